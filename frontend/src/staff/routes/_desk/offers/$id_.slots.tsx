import { createFileRoute } from '@tanstack/react-router';
import { boolean, object, optional } from 'zod/mini';
import { paged } from '@/lib/search';
import { OfferSlots } from '../../../features/offers/OfferSlots';

const Search = object({ ...paged, past: optional(boolean()) });

export const Route = createFileRoute('/_desk/offers/$id_/slots')({ validateSearch: Search, component: Page });

function Page() {
  const { id } = Route.useParams();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <OfferSlots offerId={id} search={search} onSearch={(next) => navigate({ search: next })} />;
}
