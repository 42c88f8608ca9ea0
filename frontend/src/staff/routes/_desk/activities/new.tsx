import { createFileRoute } from '@tanstack/react-router';
import { object, optional, string } from 'zod/mini';
import { NewActivityPage } from '../../../features/activities/NewActivityPage';

export const Route = createFileRoute('/_desk/activities/new')({
  validateSearch: object({ team_id: optional(string()) }),
  component: Page,
});

function Page() {
  return <NewActivityPage teamId={Route.useSearch().team_id} />;
}
