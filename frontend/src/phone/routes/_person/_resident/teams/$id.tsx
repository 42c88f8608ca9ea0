import { createFileRoute } from '@tanstack/react-router';
import { TeamDetail } from '../../../../features/teams/TeamDetail';

export const Route = createFileRoute('/_person/_resident/teams/$id')({ component: Page });

function Page() {
  const { id } = Route.useParams();
  return <TeamDetail id={id} />;
}
