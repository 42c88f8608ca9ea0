import { createFileRoute } from '@tanstack/react-router';
import { ClaimDetail } from '../../../features/claims/ClaimDetail';

export const Route = createFileRoute('/_desk/claims/$id/')({ component: Page });

function Page() {
  return <ClaimDetail id={Route.useParams().id} />;
}
