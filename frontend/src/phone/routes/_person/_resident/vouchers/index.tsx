import { createFileRoute } from '@tanstack/react-router';
import { object, enum as oneOf, optional } from 'zod/mini';
import { VoucherList } from '../../../../features/vouchers/VoucherList';

const Search = object({ view: optional(oneOf(['open', 'closed'])) });

export const Route = createFileRoute('/_person/_resident/vouchers/')({ validateSearch: Search, component: Page });

function Page() {
  const { view = 'open' } = Route.useSearch();
  const navigate = Route.useNavigate();
  return <VoucherList view={view} onView={(next) => navigate({ search: { view: next }, replace: true })} />;
}
