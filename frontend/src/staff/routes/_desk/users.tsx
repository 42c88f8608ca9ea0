import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional, string } from 'zod/mini';
import { roleValues } from '@/api/schema.gen';
import { paged } from '@/lib/search';
import { UserList } from '../../features/settings/UserList';

const Search = object({ ...paged, search: optional(string()), role: optional(oneOf(roleValues)) });

export const Route = createFileRoute('/_desk/users')({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <UserList search={search} onSearch={(next) => navigate({ search: next })} />;
}
