import { createFileRoute } from '@tanstack/react-router';
import { BuildingPact } from '../../../../features/pact/BuildingPact';

export const Route = createFileRoute('/_person/pact/buildings/$id')({ component: Page });

function Page() {
  const { id } = Route.useParams();
  return <BuildingPact id={id} />;
}
