import { createFileRoute } from '@tanstack/react-router';
import { OrderScreen } from '../../../../features/rewards/OrderScreen';

export const Route = createFileRoute('/_person/_resident/orders/$id')({ component: Page });

function Page() {
  const { id } = Route.useParams();
  return <OrderScreen id={id} />;
}
