import { createFileRoute } from '@tanstack/react-router';
import { OrderPage } from '../../../features/orders/OrderPage';

export const Route = createFileRoute('/_desk/orders/$id')({ component: Page });

function Page() {
  return <OrderPage id={Route.useParams().id} />;
}
