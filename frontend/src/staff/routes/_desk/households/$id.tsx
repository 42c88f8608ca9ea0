import { createFileRoute } from '@tanstack/react-router';
import { object } from 'zod/mini';
import { paged } from '@/lib/search';
import { HouseholdPage } from '../../../features/households/HouseholdPage';

export const Route = createFileRoute('/_desk/households/$id')({ validateSearch: object(paged), component: Page });

function Page() {
  const navigate = Route.useNavigate();
  const { cursor } = Route.useSearch();
  return (
    <HouseholdPage
      id={Route.useParams().id}
      cursor={cursor}
      onPage={(next) => navigate({ search: { cursor: next } })}
    />
  );
}
