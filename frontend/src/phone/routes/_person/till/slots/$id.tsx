import { createFileRoute } from '@tanstack/react-router';
import { Attendees } from '../../../../features/shop/Attendees';

export const Route = createFileRoute('/_person/till/slots/$id')({ component: Page });

function Page() {
  return <Attendees slotId={Route.useParams().id} />;
}
