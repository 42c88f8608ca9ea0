import { createFileRoute } from '@tanstack/react-router';
import { object, optional, string } from 'zod/mini';

export const Route = createFileRoute('/_desk/activities/new')({
  validateSearch: object({ team_id: optional(string()) }),
  component: () => null,
});
