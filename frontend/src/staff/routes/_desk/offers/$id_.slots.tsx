import { createFileRoute } from '@tanstack/react-router';
import { boolean, object, optional } from 'zod/mini';
import { paged } from '@/lib/search';
import { SlotsPage } from '../../../features/slots/SlotsPage';

const Search = object({ ...paged, past: optional(boolean()) });

export const Route = createFileRoute('/_desk/offers/$id_/slots')({ validateSearch: Search, component: Page });

function Page() {
  const { id } = Route.useParams();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <SlotsPage offerId={id} search={search} onSearch={(next) => navigate({ search: next })} />;
}
