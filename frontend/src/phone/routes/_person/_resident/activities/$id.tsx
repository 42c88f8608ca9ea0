import { createFileRoute } from '@tanstack/react-router';
import { ActivityDetail } from '../../../../features/activities/ActivityDetail';

export const Route = createFileRoute('/_person/_resident/activities/$id')({ component: Page });

function Page() {
  const { id } = Route.useParams();
  return <ActivityDetail id={id} />;
}
