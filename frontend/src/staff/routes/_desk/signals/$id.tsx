import { createFileRoute } from '@tanstack/react-router';
import { SignalPage } from '../../../features/signals/SignalPage';

export const Route = createFileRoute('/_desk/signals/$id')({ component: Page });

function Page() {
  return <SignalPage id={Route.useParams().id} />;
}
