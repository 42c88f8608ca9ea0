import { createFileRoute, redirect } from '@tanstack/react-router';
import { Merchant } from '../../features/till/Merchant';

/** Screens of those who work for a partner. */
export const Route = createFileRoute('/_person/till')({
  beforeLoad: ({ context: { me } }) => {
    const isMerchant = me.roles.includes('cashier') || me.roles.includes('partner_manager');
    if (!isMerchant) throw redirect({ to: '/' });
  },
  component: Merchant,
});
