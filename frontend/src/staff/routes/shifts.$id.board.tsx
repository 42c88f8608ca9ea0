import { createFileRoute, redirect } from '@tanstack/react-router';
import { session } from '@/api';
import { Board } from '../features/activities/Board';

export const Route = createFileRoute('/shifts/$id/board')({
  beforeLoad: async ({ location }) => {
    if (!(await session.restore())) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
  component: Page,
});

function Page() {
  return <Board id={Route.useParams().id} />;
}
