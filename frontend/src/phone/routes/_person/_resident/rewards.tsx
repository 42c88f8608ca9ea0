import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional, string } from 'zod/mini';
import { RewardList } from '../../../features/rewards/RewardList';

const Search = object({
  group: optional(oneOf(['all', 'children', 'youth', 'seniors', 'service'])),
  search: optional(string()),
});

export const Route = createFileRoute('/_person/_resident/rewards')({ validateSearch: Search, component: Page });

function Page() {
  const { group = 'all', search = '' } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <RewardList
      group={group}
      search={search}
      onChange={(change) => navigate({ search: (before) => ({ ...before, ...change }), replace: true })}
    />
  );
}
