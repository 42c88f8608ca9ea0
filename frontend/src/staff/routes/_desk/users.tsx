import { createFileRoute } from '@tanstack/react-router';
import { object } from 'zod/mini';
import { paged } from '@/lib/search';
import { UserList } from '../../features/settings/UserList';

const Search = object({ ...paged });

export const Route = createFileRoute('/_desk/users')({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <UserList search={search} onSearch={(next) => navigate({ search: next })} />;
}
