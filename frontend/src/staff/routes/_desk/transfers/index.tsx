import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional, string } from 'zod/mini';
import { transferCodeValues } from '@/api/schema.gen';
import { paged } from '@/lib/search';
import { TransferList } from '../../../features/ledger/TransferList';

const Search = object({
  ...paged,
  code: optional(oneOf(transferCodeValues)),
  from: optional(string()),
  until: optional(string()),
  rule_code: optional(string()),
  actor_id: optional(string()),
  resident_id: optional(string()),
  cause_id: optional(string()),
});

export const Route = createFileRoute('/_desk/transfers/')({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <TransferList search={search} onSearch={(next) => navigate({ search: next })} />;
}
