import { createFileRoute } from '@tanstack/react-router';
import { SlotPage } from '../../../features/slots/SlotPage';

export const Route = createFileRoute('/_desk/offers/$id_/slots_/$slot')({ component: Page });

function Page() {
  return <SlotPage id={Route.useParams().slot} />;
}
