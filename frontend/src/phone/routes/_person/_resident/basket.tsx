import { createFileRoute } from '@tanstack/react-router';
import { BasketScreen } from '../../../features/rewards/BasketScreen';

export const Route = createFileRoute('/_person/_resident/basket')({ component: BasketScreen });
