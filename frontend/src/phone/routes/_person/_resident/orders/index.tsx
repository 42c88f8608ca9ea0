import { createFileRoute } from '@tanstack/react-router';
import { OrderList } from '../../../../features/rewards/OrderList';

export const Route = createFileRoute('/_person/_resident/orders/')({ component: OrderList });
