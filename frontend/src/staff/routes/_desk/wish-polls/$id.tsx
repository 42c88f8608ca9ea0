import { createFileRoute } from '@tanstack/react-router';
import { WishPollPage } from '../../../features/wish-polls/WishPollPage';

export const Route = createFileRoute('/_desk/wish-polls/$id')({ component: Page });

function Page() {
  return <WishPollPage id={Route.useParams().id} />;
}
