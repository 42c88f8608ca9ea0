import { createFileRoute } from '@tanstack/react-router';
import { boolean, object, optional } from 'zod/mini';
import { OfferList } from '../../../../features/offers/OfferList';

const Search = object({ affordable: optional(boolean()) });

export const Route = createFileRoute('/_person/_resident/offers/')({ validateSearch: Search, component: Page });

function Page() {
  const { affordable = false } = Route.useSearch();
  const navigate = Route.useNavigate();
  const onAffordable = (next: boolean) => navigate({ search: next ? { affordable: true } : {}, replace: true });
  return <OfferList affordable={affordable} onAffordable={onAffordable} />;
}
