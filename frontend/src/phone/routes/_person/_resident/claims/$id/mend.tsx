import { createFileRoute } from '@tanstack/react-router';
import { MendClaim } from '../../../../../features/claims/MendClaim';

export const Route = createFileRoute('/_person/_resident/claims/$id/mend')({ component: Page });

function Page() {
  const { id } = Route.useParams();
  return <MendClaim id={id} />;
}
