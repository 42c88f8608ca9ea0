import { createFileRoute } from '@tanstack/react-router';
import { SlotPage } from '../../../features/slots/SlotPage';

export const Route = createFileRoute('/_desk/rewards/$id_/slots/$slot')({ component: Page });

function Page() {
  return <SlotPage id={Route.useParams().slot} />;
}
