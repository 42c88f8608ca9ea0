import { createFileRoute } from '@tanstack/react-router';
import { Batch } from '../../../features/till/Batch';

export const Route = createFileRoute('/_person/till/batch')({ component: Page });

function Page() {
  const navigate = Route.useNavigate();
  return <Batch onDone={() => navigate({ to: '/till', replace: true })} />;
}
