import { createFileRoute } from '@tanstack/react-router';
import { object, optional, string } from 'zod/mini';
import { paged } from '@/lib/search';
import { AuditLog } from '../../features/audit/AuditLog';

const Search = object({ ...paged, subject_id: optional(string()) });

export const Route = createFileRoute('/_desk/audit')({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <AuditLog search={search} onSearch={(next) => navigate({ search: next })} />;
}
