import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional } from 'zod/mini';
import { Points } from '../../../../features/points/Points';

const Search = object({ view: optional(oneOf(['history', 'lots'])) });

export const Route = createFileRoute('/_person/_resident/points/')({ validateSearch: Search, component: Page });

function Page() {
  const { view = 'history' } = Route.useSearch();
  const navigate = Route.useNavigate();
  return <Points view={view} onView={(next) => navigate({ search: { view: next }, replace: true })} />;
}
