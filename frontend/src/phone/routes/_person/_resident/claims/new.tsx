import { createFileRoute } from '@tanstack/react-router';
import { NewClaim } from '../../../../features/claims/NewClaim';

export const Route = createFileRoute('/_person/_resident/claims/new')({ component: NewClaim });
