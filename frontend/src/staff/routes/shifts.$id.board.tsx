import { createFileRoute, redirect } from '@tanstack/react-router';
import { object, string } from 'zod/mini';
import { session } from '@/api';
import { Board } from '../features/activities/Board';

export const Route = createFileRoute('/shifts/$id/board')({
  validateSearch: object({ activity: string() }),
  beforeLoad: async ({ location }) => {
    if (!(await session.restore())) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
  component: Page,
});

function Page() {
  return <Board id={Route.useParams().id} activityId={Route.useSearch().activity} />;
}
