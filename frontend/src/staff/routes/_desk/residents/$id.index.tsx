import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional } from 'zod/mini';
import { paged } from '@/lib/search';
import { ResidentPage } from '../../../features/residents/ResidentPage';
import { tabs } from '../../../features/residents/tabs';

const Search = object({ ...paged, tab: optional(oneOf(tabs)) });

export const Route = createFileRoute('/_desk/residents/$id/')({ validateSearch: Search, component: Page });

function Page() {
  const navigate = Route.useNavigate();
  const { id } = Route.useParams();
  return <ResidentPage key={id} id={id} search={Route.useSearch()} onSearch={(search) => navigate({ search })} />;
}
