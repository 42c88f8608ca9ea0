import { createFileRoute } from '@tanstack/react-router';
import { object, optional, string } from 'zod/mini';
import { OfferList } from '../../../../features/shop/OfferList';

const Search = object({ partner: optional(string()) });

export const Route = createFileRoute('/_person/till/offers/')({ validateSearch: Search, component: Page });

function Page() {
  return <OfferList partnerId={Route.useSearch().partner} />;
}
