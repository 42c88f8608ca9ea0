import { createFileRoute } from '@tanstack/react-router';
import { object, optional, regex, string } from 'zod/mini';
import { StoreStatement } from '../../../features/statements/StoreStatement';

const Search = object({ month: optional(string().check(regex(/^\d{4}-\d{2}$/))) });

export const Route = createFileRoute('/_person/till/statement')({ validateSearch: Search, component: Page });

function Page() {
  const { month } = Route.useSearch();
  const navigate = Route.useNavigate();
  return <StoreStatement month={month} onMonth={(next) => navigate({ search: { month: next }, replace: true })} />;
}
