import { createFileRoute } from '@tanstack/react-router';
import { object, optional, string } from 'zod/mini';
import { PactPage } from '../../../features/pacts/PactPage';

export const Route = createFileRoute('/_desk/pacts/$id')({
  validateSearch: object({ month: optional(string()) }),
  component: Page,
});

function Page() {
  return <PactPage buildingId={Route.useParams().id} month={Route.useSearch().month} />;
}
