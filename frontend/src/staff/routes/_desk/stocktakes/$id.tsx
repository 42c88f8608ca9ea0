import { createFileRoute } from '@tanstack/react-router';
import { StocktakePage } from '../../../features/stocktakes/StocktakePage';

export const Route = createFileRoute('/_desk/stocktakes/$id')({ component: Page });

function Page() {
  return <StocktakePage id={Route.useParams().id} />;
}
