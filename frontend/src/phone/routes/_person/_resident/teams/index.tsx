import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional } from 'zod/mini';
import { TeamTree } from '../../../../features/teams/TeamTree';

const Search = object({ view: optional(oneOf(['all', 'mine'])) });

export const Route = createFileRoute('/_person/_resident/teams/')({ validateSearch: Search, component: Page });

function Page() {
  const { view = 'all' } = Route.useSearch();
  const navigate = Route.useNavigate();
  return <TeamTree view={view} onView={(next) => navigate({ search: { view: next }, replace: true })} />;
}
