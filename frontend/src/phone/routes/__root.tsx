/** Around every screen. */

import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import type { Context } from '../router';

export const Route = createRootRouteWithContext<Context>()({ component: Outlet });
