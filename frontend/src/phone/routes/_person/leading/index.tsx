import { createFileRoute } from '@tanstack/react-router';
import { object, optional, string } from 'zod/mini';
import { Leading } from '../../../features/leading/Leading';

const Search = object({ team: optional(string()) });

export const Route = createFileRoute('/_person/leading/')({ validateSearch: Search, component: Page });

function Page() {
  const { team } = Route.useSearch();
  const navigate = Route.useNavigate();
  return <Leading team={team} onTeam={(next) => navigate({ search: { team: next }, replace: true })} />;
}
