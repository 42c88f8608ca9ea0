import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional, string } from 'zod/mini';
import { paged } from '@/lib/search';
import { ConfirmationsPage } from '../../../features/confirmations/ConfirmationsPage';

const Search = object({
  ...paged,
  tab: optional(oneOf(['made', 'failed'])),
  store_id: optional(string()),
  day: optional(string()),
});

export const Route = createFileRoute('/_desk/confirmations/')({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <ConfirmationsPage search={search} onSearch={(next) => navigate({ search: next })} />;
}
