import { createFileRoute } from '@tanstack/react-router';
import { boolean, object, enum as oneOf, optional, string } from 'zod/mini';
import { days, paged } from '@/lib/search';
import { ConfirmationsPage } from '../../../features/confirmations/ConfirmationsPage';

const Search = object({
  ...paged,
  tab: optional(oneOf(['made', 'failed'])),
  store_id: optional(string()),
  day: optional(string()),
  ...days,
  standing: optional(boolean()),
});

export const Route = createFileRoute('/_desk/confirmations/')({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <ConfirmationsPage search={search} onSearch={(next) => navigate({ search: next })} />;
}
