import { createFileRoute } from '@tanstack/react-router';
import { boolean, object, enum as oneOf, optional, string } from 'zod/mini';
import { claimStateValues } from '@/api/schema.gen';
import { paged } from '@/lib/search';
import { ClaimList } from '../../../features/claims/ClaimList';

const Search = object({
  ...paged,
  state: optional(oneOf(claimStateValues)),
  waiting: optional(boolean()),
  resident_id: optional(string()),
  rule_code: optional(string()),
  from: optional(string()),
  to: optional(string()),
});

export const Route = createFileRoute('/_desk/claims/')({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <ClaimList search={search} onSearch={(next, options) => navigate({ search: next, ...options })} />;
}
