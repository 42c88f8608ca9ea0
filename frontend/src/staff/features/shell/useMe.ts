/** Who is signed in, and what that person may do at the desk. */

import { getRouteApi } from '@tanstack/react-router';
import type { Role } from '@/api';

const route = getRouteApi('/_desk');

const OFFICES: Role[] = ['community_administrator', 'staff', 'social_worker'];

export function useMe() {
  const { me } = route.useRouteContext();
  const is = (...roles: Role[]) => roles.some((role) => me.roles.includes(role));
  return {
    me,
    /** Users, roles, settings of the community. */
    isAdministrator: is('community_administrator'),
    /** The community's desk: what staff may do. */
    isDesk: is('community_administrator', 'staff'),
    /** The desk and the social workers. */
    isOffice: is(...OFFICES),
  };
}
