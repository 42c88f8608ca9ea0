import { createFileRoute } from '@tanstack/react-router';
import { object, optional, string } from 'zod/mini';
import { paged } from '@/lib/search';
import { HouseholdList } from '../../../features/households/HouseholdList';

const Search = object({ ...paged, building_id: optional(string()) });

export const Route = createFileRoute('/_desk/households/')({ validateSearch: Search, component: Page });

function Page() {
  const navigate = Route.useNavigate();
  return <HouseholdList search={Route.useSearch()} onSearch={(search) => navigate({ search })} />;
}
