import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional, string } from 'zod/mini';
import { paged } from '@/lib/search';
import { OfferList } from '../../../features/offers/OfferList';

const Search = object({
  ...paged,
  partner_id: optional(string()),
  state: optional(oneOf(['draft', 'open', 'closed'])),
});

export const Route = createFileRoute('/_desk/offers/')({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <OfferList search={search} onSearch={(next) => navigate({ search: next })} />;
}
