import { createFileRoute } from '@tanstack/react-router';
import { literal, object, optional, regex, string } from 'zod/mini';
import { Today } from '../../../features/till/Today';

const Search = object({
  day: optional(string().check(regex(/^\d{4}-\d{2}-\d{2}$/))),
  view: optional(literal('failed')),
});

export const Route = createFileRoute('/_person/till/today')({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <Today search={search} onSearch={(next) => navigate({ search: next, replace: true })} />;
}
