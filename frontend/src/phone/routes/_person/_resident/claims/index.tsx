import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional } from 'zod/mini';
import { ClaimList } from '../../../../features/claims/ClaimList';

const Search = object({ view: optional(oneOf(['mine', 'witness'])) });

export const Route = createFileRoute('/_person/_resident/claims/')({ validateSearch: Search, component: Page });

function Page() {
  const { view = 'mine' } = Route.useSearch();
  const navigate = Route.useNavigate();
  return <ClaimList view={view} onView={(next) => navigate({ search: { view: next }, replace: true })} />;
}
