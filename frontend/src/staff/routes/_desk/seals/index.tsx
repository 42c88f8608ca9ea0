import { createFileRoute } from '@tanstack/react-router';
import { object } from 'zod/mini';
import { paged } from '@/lib/search';
import { SealList } from '../../../features/ledger/SealList';

const Search = object({ ...paged });

export const Route = createFileRoute('/_desk/seals/')({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <SealList search={search} onSearch={(next) => navigate({ search: next })} />;
}
