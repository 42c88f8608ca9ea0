import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional } from 'zod/mini';
import { paged } from '@/lib/search';
import { ImportList } from '../../../features/imports/ImportList';

const Search = object({ ...paged, kind: optional(oneOf(['residents', 'opening_balances'])) });

export const Route = createFileRoute('/_desk/imports/')({ validateSearch: Search, component: Page });

function Page() {
  const navigate = Route.useNavigate();
  return <ImportList search={Route.useSearch()} onSearch={(search) => navigate({ search })} />;
}
