import { createFileRoute } from '@tanstack/react-router';
import { boolean, object, optional } from 'zod/mini';
import { days } from '@/lib/search';
import { TeamsPage } from '../../../features/teams/TeamsPage';

const Search = object({ dissolved: optional(boolean()), ...days });

export const Route = createFileRoute('/_desk/teams/')({ validateSearch: Search, component: Page });

function Page() {
  const navigate = Route.useNavigate();
  return <TeamsPage search={Route.useSearch()} onSearch={(search) => navigate({ search, replace: true })} />;
}
