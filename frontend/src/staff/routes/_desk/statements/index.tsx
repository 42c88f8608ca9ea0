import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional, string } from 'zod/mini';
import { paged } from '@/lib/search';
import { StatementList } from '../../../features/statements/StatementList';

const Search = object({
  ...paged,
  month: optional(string()),
  state: optional(oneOf(['open', 'closed', 'agreed', 'disputed', 'settled'])),
  store_id: optional(string()),
  partner_id: optional(string()),
});

export const Route = createFileRoute('/_desk/statements/')({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <StatementList search={search} onSearch={(next) => navigate({ search: next })} />;
}
