import { createFileRoute } from '@tanstack/react-router';
import { StocktakeNew } from '../../../features/stocktakes/StocktakeNew';

export const Route = createFileRoute('/_desk/stocktakes/new')({ component: Page });

function Page() {
  const navigate = Route.useNavigate();
  return <StocktakeNew onBooked={(id) => navigate({ to: '/stocktakes/$id', params: { id } })} />;
}
