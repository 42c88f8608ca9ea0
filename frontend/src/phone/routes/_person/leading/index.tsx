import { createFileRoute } from '@tanstack/react-router';
import { literal, object, optional, string } from 'zod/mini';
import { Leading } from '../../../features/leading/Leading';

const Search = object({ team: optional(string()), view: optional(literal('all')) });

export const Route = createFileRoute('/_person/leading/')({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <Leading search={search} onSearch={(next) => navigate({ search: next, replace: true })} />;
}
