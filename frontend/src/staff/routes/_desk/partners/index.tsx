import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional } from 'zod/mini';
import { paged } from '@/lib/search';
import { PartnerList } from '../../../features/partners/PartnerList';

const Search = object({ ...paged, state: optional(oneOf(['active', 'suspended', 'ended'])) });

export const Route = createFileRoute('/_desk/partners/')({ validateSearch: Search, component: Page });

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <PartnerList search={search} onSearch={(next) => navigate({ search: next })} />;
}
