import { createFileRoute } from '@tanstack/react-router';
import { boolean, object, enum as oneOf, optional, string } from 'zod/mini';
import { paged } from '@/lib/search';
import { RewardList } from '../../../features/rewards/RewardList';

const Search = object({
  ...paged,
  search: optional(string()),
  kind: optional(oneOf(['goods', 'service'])),
  age_group: optional(oneOf(['children', 'youth', 'seniors', 'all'])),
  state: optional(oneOf(['on_shelf', 'off_shelf'])),
  low: optional(boolean()),
});

export const Route = createFileRoute('/_desk/rewards/')({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <RewardList search={search} onSearch={(next, options) => navigate({ search: next, ...options })} />;
}
