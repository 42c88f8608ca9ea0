import { createFileRoute } from '@tanstack/react-router';
import { Card } from '../../../../features/profile/Card';

export const Route = createFileRoute('/_person/_resident/me/card')({ component: Card });
