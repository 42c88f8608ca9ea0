import { createFileRoute } from '@tanstack/react-router';
import { object } from 'zod/mini';
import { paged } from '@/lib/search';
import { StatementPage } from '../../../features/statements/StatementPage';

export const Route = createFileRoute('/_desk/statements/$storeId/$month')({
  validateSearch: object(paged),
  component: Page,
});

function Page() {
  const { storeId, month } = Route.useParams();
  const { cursor } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <StatementPage
      storeId={storeId}
      month={month}
      cursor={cursor}
      onPage={(next) => navigate({ search: { cursor: next } })}
    />
  );
}
