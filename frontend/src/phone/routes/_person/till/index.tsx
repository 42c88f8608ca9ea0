import { createFileRoute } from '@tanstack/react-router';
import { Ready } from '../../../features/till/Ready';

export const Route = createFileRoute('/_person/till/')({ component: Page });

function Page() {
  const navigate = Route.useNavigate();
  // Beside the address, not in it: a code does not belong in a log of addresses.
  return <Ready onCode={(code) => navigate({ to: '/till/voucher', state: { code } })} />;
}
