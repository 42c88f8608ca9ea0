import { createFileRoute, redirect } from '@tanstack/react-router';
import { session } from '@/api';
import { VoucherSlipPage } from '../features/vouchers/VoucherSlipPage';

export const Route = createFileRoute('/vouchers/$id/slip')({
  beforeLoad: async ({ location }) => {
    if (!(await session.restore())) throw redirect({ to: '/sign-in', search: { next: location.href } });
  },
  component: Page,
});

function Page() {
  return <VoucherSlipPage id={Route.useParams().id} />;
}
