import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional, string } from 'zod/mini';
import { day, days, paged } from '@/lib/search';
import { ResidentList } from '../../../features/residents/ResidentList';

const Search = object({
  ...paged,
  search: optional(string()),
  state: optional(oneOf(['active', 'moved_out', 'deceased'])),
  grid_id: optional(string()),
  building_id: optional(string()),
  household_id: optional(string()),
  import_id: optional(string()),
  ...days,
  lapsing_until: optional(day),
});

export const Route = createFileRoute('/_desk/residents/')({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <ResidentList search={search} onSearch={(next, options) => navigate({ search: next, ...options })} />;
}
