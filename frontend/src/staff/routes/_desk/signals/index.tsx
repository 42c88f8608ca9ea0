import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional, string } from 'zod/mini';
import { paged } from '@/lib/search';
import { SignalList } from '../../../features/signals/SignalList';

const Search = object({
  ...paged,
  kind: optional(oneOf(['burst', 'same_pair', 'own_store', 'outside_hours', 'unknown_codes'])),
  state: optional(oneOf(['open', 'dismissed', 'acted'])),
  store_id: optional(string()),
  resident_id: optional(string()),
  day: optional(string()),
});

export const Route = createFileRoute('/_desk/signals/')({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <SignalList search={search} onSearch={(next) => navigate({ search: next })} />;
}
