import { createFileRoute } from '@tanstack/react-router';
import { OwnPassword } from '../../features/settings/OwnPassword';

export const Route = createFileRoute('/_desk/password')({ component: OwnPassword });
