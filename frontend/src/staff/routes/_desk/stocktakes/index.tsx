import { createFileRoute } from '@tanstack/react-router';
import { object } from 'zod/mini';
import { paged } from '@/lib/search';
import { StocktakeList } from '../../../features/stocktakes/StocktakeList';

export const Route = createFileRoute('/_desk/stocktakes/')({ validateSearch: object(paged), component: Page });

function Page() {
  const { cursor } = Route.useSearch();
  const navigate = Route.useNavigate();
  return <StocktakeList cursor={cursor} onPage={(next) => navigate({ search: { cursor: next } })} />;
}
