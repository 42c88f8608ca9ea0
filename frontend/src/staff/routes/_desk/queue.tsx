import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional, string } from 'zod/mini';
import { ClaimFacts } from '../../features/claims/ClaimFacts';
import { kinds } from '../../features/queue/items';
import { Queue } from '../../features/queue/Queue';

const Search = object({ kind: optional(oneOf(kinds)), item: optional(string()) });

export const Route = createFileRoute('/_desk/queue')({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <Queue
      search={search}
      // The list scrolls by itself.
      onSearch={(next, options) => navigate({ search: next, resetScroll: false, ...options })}
      claimShown={(claim) => <ClaimFacts claim={claim} />}
    />
  );
}
