import { createFileRoute } from '@tanstack/react-router';
import { object, optional, string } from 'zod/mini';
import { Counter } from '../../features/counter/Counter';

/** Who stands at the counter. */
const Search = object({ resident: optional(string()) });

export const Route = createFileRoute('/_desk/counter')({ validateSearch: Search, component: Page });

function Page() {
  const { resident } = Route.useSearch();
  const navigate = Route.useNavigate();
  return <Counter residentId={resident} onResident={(next) => navigate({ search: { resident: next } })} />;
}
