import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional } from 'zod/mini';
import { paged } from '@/lib/search';
import { AppealList } from '../../features/no-shows/AppealList';

const Search = object({ ...paged, state: optional(oneOf(['decided'])) });

export const Route = createFileRoute('/_desk/no-shows')({ validateSearch: Search, component: Page });

function Page() {
  const navigate = Route.useNavigate();
  return <AppealList search={Route.useSearch()} onSearch={(search) => navigate({ search })} />;
}
