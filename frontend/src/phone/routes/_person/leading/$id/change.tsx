import { createFileRoute } from '@tanstack/react-router';
import { MendActivity } from '../../../../features/leading/MendActivity';

export const Route = createFileRoute('/_person/leading/$id/change')({ component: Page });

function Page() {
  return <MendActivity id={Route.useParams().id} />;
}
