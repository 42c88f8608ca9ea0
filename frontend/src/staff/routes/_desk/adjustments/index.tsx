import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional, string } from 'zod/mini';
import { adjustmentStateValues } from '@/api/schema.gen';
import { paged } from '@/lib/search';
import { AdjustmentList } from '../../../features/ledger/AdjustmentList';

const Search = object({ ...paged, state: optional(oneOf(adjustmentStateValues)), resident_id: optional(string()) });

export const Route = createFileRoute('/_desk/adjustments/')({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <AdjustmentList search={search} onSearch={(next) => navigate({ search: next })} />;
}
