import { createFileRoute } from '@tanstack/react-router';
import { boolean, object, enum as oneOf, optional } from 'zod/mini';
import { paged } from '@/lib/search';
import { RewardPage } from '../../../features/rewards/RewardPage';

const Search = object({ ...paged, past: optional(boolean()), tab: optional(oneOf(['prices'])) });

export const Route = createFileRoute('/_desk/rewards/$id')({ validateSearch: Search, component: Page });

function Page() {
  const { id } = Route.useParams();
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <RewardPage id={id} search={search} onSearch={(next) => navigate({ search: next })} />;
}
