import { createFileRoute } from '@tanstack/react-router';
import { object, optional, string } from 'zod/mini';
import { paged } from '@/lib/search';
import { AuditLog } from '../../features/audit/AuditLog';

const Search = object({
  ...paged,
  actor_id: optional(string()),
  on_behalf_of: optional(string()),
  subject_kind: optional(string()),
  subject_id: optional(string()),
  action: optional(string()),
  from: optional(string()),
  until: optional(string()),
});

export const Route = createFileRoute('/_desk/audit')({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <AuditLog search={search} onSearch={(next) => navigate({ search: next })} />;
}
