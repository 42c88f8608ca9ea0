import { createFileRoute } from '@tanstack/react-router';
import { Roster } from '../../../../features/leading/Roster';

export const Route = createFileRoute('/_person/leading/$id/roster/$shift')({ component: Page });

function Page() {
  const { id, shift } = Route.useParams();
  return <Roster id={id} shift={shift} />;
}
