import { createFileRoute } from '@tanstack/react-router';
import { object } from 'zod/mini';
import { paged } from '@/lib/search';
import { RulebookList } from '../../../features/rulebooks/RulebookList';

export const Route = createFileRoute('/_desk/rulebooks/')({ validateSearch: object(paged), component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <RulebookList search={search} onSearch={(next) => navigate({ search: next })} />;
}
