import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional } from 'zod/mini';
import { RewardList } from '../../../features/rewards/RewardList';

const Search = object({ group: optional(oneOf(['all', 'children', 'youth', 'seniors', 'service'])) });

export const Route = createFileRoute('/_person/_resident/rewards')({ validateSearch: Search, component: Page });

function Page() {
  const { group = 'all' } = Route.useSearch();
  const navigate = Route.useNavigate();
  return <RewardList group={group} onGroup={(next) => navigate({ search: { group: next }, replace: true })} />;
}
