import { createFileRoute } from '@tanstack/react-router';
import { object, optional, string } from 'zod/mini';
import { NewClaim } from '../../../features/claims/NewClaim';

const Search = object({ resident_id: optional(string()) });

export const Route = createFileRoute('/_desk/claims/new')({ validateSearch: Search, component: Page });

function Page() {
  return <NewClaim residentId={Route.useSearch().resident_id} />;
}
