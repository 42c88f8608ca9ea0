import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional } from 'zod/mini';
import { paged } from '@/lib/search';
import { WishPollList } from '../../../features/wish-polls/WishPollList';

const Search = object({ ...paged, state: optional(oneOf(['upcoming', 'open', 'closed'])) });

export const Route = createFileRoute('/_desk/wish-polls/')({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <WishPollList search={search} onSearch={(next) => navigate({ search: next })} />;
}
