import { createFileRoute, redirect } from '@tanstack/react-router';
import { session } from '@/api';
import { SlipPage } from '../features/orders/SlipPage';

export const Route = createFileRoute('/slips/$id')({
  beforeLoad: async ({ location }) => {
    if (!(await session.restore())) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
  component: Page,
});

function Page() {
  return <SlipPage id={Route.useParams().id} />;
}
