import { createFileRoute } from '@tanstack/react-router';
import { Mine } from '../../../features/shop/Mine';

export const Route = createFileRoute('/_person/till/mine')({ component: Mine });
