import { createFileRoute } from '@tanstack/react-router';
import { ActivityPage } from '../../../features/activities/ActivityPage';

export const Route = createFileRoute('/_desk/activities/$id/')({ component: Page });

function Page() {
  const { id } = Route.useParams();
  return <ActivityPage key={id} id={id} />;
}
