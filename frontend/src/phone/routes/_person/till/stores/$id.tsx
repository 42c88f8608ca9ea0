import { createFileRoute } from '@tanstack/react-router';
import { StoreScreen } from '../../../../features/shop/StoreScreen';

export const Route = createFileRoute('/_person/till/stores/$id')({ component: Page });

function Page() {
  return <StoreScreen id={Route.useParams().id} />;
}
