import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional, string } from 'zod/mini';
import { paged } from '@/lib/search';
import { BuildingsPage } from '../../features/buildings/BuildingsPage';

const Search = object({ ...paged, tab: optional(oneOf(['grids'])), grid_id: optional(string()) });

export const Route = createFileRoute('/_desk/buildings')({ validateSearch: Search, component: Page });

function Page() {
  const navigate = Route.useNavigate();
  return <BuildingsPage search={Route.useSearch()} onSearch={(search) => navigate({ search })} />;
}
