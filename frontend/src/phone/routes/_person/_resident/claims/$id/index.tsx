import { createFileRoute } from '@tanstack/react-router';
import { ClaimDetail } from '../../../../../features/claims/ClaimDetail';

export const Route = createFileRoute('/_person/_resident/claims/$id/')({ component: Page });

function Page() {
  const { id } = Route.useParams();
  return <ClaimDetail id={id} />;
}
