import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional, string } from 'zod/mini';
import { paged } from '@/lib/search';
import { PactList } from '../../../features/pacts/PactList';

const Search = object({
  ...paged,
  month: optional(string()),
  state: optional(oneOf(['open', 'settled'])),
  grid_id: optional(string()),
});

export const Route = createFileRoute('/_desk/pacts/')({ validateSearch: Search, component: Page });

function Page() {
  const navigate = Route.useNavigate();
  return <PactList search={Route.useSearch()} onSearch={(search) => navigate({ search })} />;
}
