import { createFileRoute } from '@tanstack/react-router';
import { LeadActivity } from '../../../../features/leading/LeadActivity';

export const Route = createFileRoute('/_person/leading/$id/')({ component: Page });

function Page() {
  const { id } = Route.useParams();
  return <LeadActivity id={id} />;
}
