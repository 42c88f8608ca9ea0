import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional } from 'zod/mini';
import { Give } from '../../../../features/points/Give';

const Search = object({ to: optional(oneOf(['neighbour', 'fund'])) });

export const Route = createFileRoute('/_person/_resident/points/give')({ validateSearch: Search, component: Page });

function Page() {
  const { to = 'neighbour' } = Route.useSearch();
  const navigate = Route.useNavigate();
  return <Give to={to} onTo={(next) => navigate({ search: { to: next }, replace: true })} />;
}
