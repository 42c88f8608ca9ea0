import { createFileRoute } from '@tanstack/react-router';
import { MendClaim } from '../../../features/claims/MendClaim';

export const Route = createFileRoute('/_desk/claims/$id/mend')({ component: Page });

function Page() {
  return <MendClaim id={Route.useParams().id} />;
}
