import { createFileRoute } from '@tanstack/react-router';
import { OfferDetail } from '../../../../features/offers/OfferDetail';

export const Route = createFileRoute('/_person/_resident/offers/$id')({ component: Page });

function Page() {
  const { id } = Route.useParams();
  return <OfferDetail id={id} />;
}
