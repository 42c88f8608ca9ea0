import { createFileRoute } from '@tanstack/react-router';
import { OfferPage } from '../../../features/offers/OfferPage';

export const Route = createFileRoute('/_desk/offers/$id')({ component: Page });

function Page() {
  return <OfferPage id={Route.useParams().id} />;
}
