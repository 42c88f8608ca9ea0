import { createFileRoute, Outlet, redirect } from '@tanstack/react-router';

/** Screens that show somebody's own points, sign-ups and the like: who is no resident has none. */
export const Route = createFileRoute('/_person/_resident')({
  beforeLoad: ({ context: { me } }) => {
    if (me.resident_id === null || me.resident_id === undefined) throw redirect({ to: '/' });
    return { residentId: me.resident_id };
  },
  component: Outlet,
});
