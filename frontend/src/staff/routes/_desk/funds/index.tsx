import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional } from 'zod/mini';
import { fundStateValues } from '@/api/schema.gen';
import { paged } from '@/lib/search';
import { FundList } from '../../../features/funds/FundList';

const Search = object({ ...paged, state: optional(oneOf(fundStateValues)) });

export const Route = createFileRoute('/_desk/funds/')({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <FundList search={search} onSearch={(next) => navigate({ search: next })} />;
}
