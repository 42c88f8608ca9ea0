import { createFileRoute } from '@tanstack/react-router';
import { object } from 'zod/mini';
import { paged } from '@/lib/search';
import { FundDetail } from '../../../features/funds/FundDetail';

const Search = object({ ...paged });

export const Route = createFileRoute('/_desk/funds/$id')({ validateSearch: Search, component: Page });

function Page() {
  const { id } = Route.useParams();
  const { cursor } = Route.useSearch();
  const navigate = Route.useNavigate();
  return <FundDetail id={id} cursor={cursor} onPage={(next) => navigate({ search: { cursor: next } })} />;
}
