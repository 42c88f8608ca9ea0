import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional } from 'zod/mini';
import { paged } from '@/lib/search';
import { TeamPage } from '../../../features/teams/TeamPage';

const Search = object({
  ...paged,
  tab: optional(oneOf(['activities'])),
  state: optional(oneOf(['requested', 'active', 'refused', 'ended'])),
});

export const Route = createFileRoute('/_desk/teams/$id')({ validateSearch: Search, component: Page });

function Page() {
  const navigate = Route.useNavigate();
  return <TeamPage id={Route.useParams().id} search={Route.useSearch()} onSearch={(search) => navigate({ search })} />;
}
