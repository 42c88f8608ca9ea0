import { createFileRoute } from '@tanstack/react-router';
import { CheckByHand } from '../../../../features/leading/CheckByHand';

export const Route = createFileRoute('/_person/leading/$id/checks/$shift')({ component: Page });

function Page() {
  return <CheckByHand shift={Route.useParams().shift} />;
}
