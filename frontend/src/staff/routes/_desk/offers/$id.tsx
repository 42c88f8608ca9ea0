import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional, string } from 'zod/mini';
import { paged } from '@/lib/search';
import { OfferPage } from '../../../features/offers/OfferPage';

const Search = object({
  ...paged,
  state: optional(oneOf(['held', 'in_use', 'confirmed', 'undone', 'released', 'expired', 'deactivated'])),
  resident_id: optional(string()),
});

export const Route = createFileRoute('/_desk/offers/$id')({ validateSearch: Search, component: Page });

function Page() {
  const { id } = Route.useParams();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <OfferPage id={id} search={search} onSearch={(next) => navigate({ search: next })} />;
}
