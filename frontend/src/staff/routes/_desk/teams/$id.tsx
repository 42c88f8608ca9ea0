import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_desk/teams/$id')({ component: () => null });
