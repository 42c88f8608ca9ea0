import { createFileRoute } from '@tanstack/react-router';
import { ChangeActivityPage } from '../../../features/activities/ChangeActivityPage';

export const Route = createFileRoute('/_desk/activities/$id/change')({ component: Page });

function Page() {
  return <ChangeActivityPage id={Route.useParams().id} />;
}
