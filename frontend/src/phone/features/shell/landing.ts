/** Where a person lands when the application opens: merchants at the till. Who lives here too finds the rest from there. */

import { redirect } from '@tanstack/react-router';
import type { Me } from '@/api';

let landed = false;

export function land({ roles }: Me) {
  const isMerchant = roles.includes('cashier') || roles.includes('partner_manager');
  const isFirst = !landed;
  landed = true;
  if (isMerchant && (isFirst || !roles.includes('resident'))) throw redirect({ to: '/till' });
}
