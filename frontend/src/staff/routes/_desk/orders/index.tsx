import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional, string } from 'zod/mini';
import { paged } from '@/lib/search';
import { OrderList } from '../../../features/orders/OrderList';

const Search = object({
  ...paged,
  state: optional(oneOf(['held', 'ready', 'picked_up', 'cancelled', 'expired'])),
  resident_id: optional(string()),
  code: optional(string()),
});

export const Route = createFileRoute('/_desk/orders/')({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <OrderList search={search} onSearch={(next) => navigate({ search: next })} />;
}
