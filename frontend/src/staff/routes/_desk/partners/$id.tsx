import { createFileRoute } from '@tanstack/react-router';
import { PartnerPage } from '../../../features/partners/PartnerPage';

export const Route = createFileRoute('/_desk/partners/$id')({ component: Page });

function Page() {
  return <PartnerPage id={Route.useParams().id} />;
}
