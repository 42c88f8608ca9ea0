/** The resident who is signed in, on the screens that are for residents only. */

import { getRouteApi } from '@tanstack/react-router';

const route = getRouteApi('/_person/_resident');

export const useResidentId = () => route.useRouteContext().residentId;
