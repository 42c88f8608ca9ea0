import { createFileRoute, redirect } from '@tanstack/react-router';
import { Voucher } from '../../../features/till/Voucher';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What was scanned or typed at the till. */
    code?: string;
  }
}

/** The code is taken once, on the way in: on the way out the location is already another one. */
export const Route = createFileRoute('/_person/till/voucher')({
  beforeLoad: ({ location }) => {
    const { code } = location.state;
    if (code === undefined) throw redirect({ to: '/till', replace: true });
    return { code };
  },
  component: Page,
});

function Page() {
  const navigate = Route.useNavigate();
  const { code } = Route.useRouteContext();
  const leave = () => navigate({ to: '/till', replace: true });
  return <Voucher code={code} onDone={leave} onBack={leave} />;
}
