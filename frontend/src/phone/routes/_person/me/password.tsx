import { createFileRoute } from '@tanstack/react-router';
import { Password } from '../../../features/profile/Password';

export const Route = createFileRoute('/_person/me/password')({ component: Password });
