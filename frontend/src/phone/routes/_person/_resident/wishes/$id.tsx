import { createFileRoute } from '@tanstack/react-router';
import { WishPollScreen } from '../../../../features/rewards/WishPollScreen';

export const Route = createFileRoute('/_person/_resident/wishes/$id')({ component: Page });

function Page() {
  const { id } = Route.useParams();
  return <WishPollScreen id={id} />;
}
