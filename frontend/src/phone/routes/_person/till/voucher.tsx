import { createFileRoute, Navigate, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { Voucher } from '../../../features/till/Voucher';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What was scanned or typed at the till. */
    code?: string;
  }
}

export const Route = createFileRoute('/_person/till/voucher')({ component: Page });

/** The code is taken once, on the way in: on the way out the location is already another one. */
function Page() {
  const navigate = Route.useNavigate();
  const [code] = useState(useLocation({ select: ({ state }) => state.code }));
  if (code === undefined) return <Navigate to="/till" replace />;
  const leave = () => navigate({ to: '/till', replace: true });
  return <Voucher code={code} onDone={leave} onBack={leave} />;
}
