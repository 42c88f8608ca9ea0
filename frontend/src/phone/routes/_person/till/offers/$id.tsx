import { createFileRoute } from '@tanstack/react-router';
import { OfferScreen } from '../../../../features/shop/OfferScreen';

export const Route = createFileRoute('/_person/till/offers/$id')({ component: Page });

function Page() {
  return <OfferScreen id={Route.useParams().id} />;
}
