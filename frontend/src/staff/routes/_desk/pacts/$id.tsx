import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_desk/pacts/$id')({ component: () => null });
