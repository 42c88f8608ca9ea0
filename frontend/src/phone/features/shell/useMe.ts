/** Who is signed in, and what that person is. */

import { getRouteApi } from '@tanstack/react-router';

const route = getRouteApi('/_person');

export function useMe() {
  const { me } = route.useRouteContext();
  return {
    me,
    isMerchant: me.roles.includes('cashier') || me.roles.includes('partner_manager'),
    isLeader: me.roles.includes('team_leader'),
    isBlockHead: me.roles.includes('block_head'),
    isResident: me.roles.includes('resident'),
  };
}
