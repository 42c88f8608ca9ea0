import { createFileRoute } from '@tanstack/react-router';
import { object, optional, string } from 'zod/mini';
import { RulebookCompare } from '../../../features/rulebooks/RulebookCompare';

const Search = object({ from: optional(string()), to: optional(string()) });

export const Route = createFileRoute('/_desk/rulebooks/compare')({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <RulebookCompare search={search} onSearch={(next) => navigate({ search: next })} />;
}
