import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional } from 'zod/mini';
import { ActivityList } from '../../../../features/activities/ActivityList';

const Search = object({ view: optional(oneOf(['upcoming', 'mine', 'past'])) });

export const Route = createFileRoute('/_person/_resident/activities/')({ validateSearch: Search, component: Page });

function Page() {
  const { view = 'upcoming' } = Route.useSearch();
  const navigate = Route.useNavigate();
  return <ActivityList view={view} onView={(next) => navigate({ search: { view: next }, replace: true })} />;
}
