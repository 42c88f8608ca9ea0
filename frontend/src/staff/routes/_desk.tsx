import { createFileRoute, redirect } from '@tanstack/react-router';
import { $api, session } from '@/api';
import { Shell } from '../features/shell/Shell';

export const Route = createFileRoute('/_desk')({
  beforeLoad: async ({ context, location }) => {
    if (!(await session.restore())) throw redirect({ to: '/sign-in', search: { next: location.href } });
    const me = await context.queries.ensureQueryData($api.queryOptions('get', '/api/v1/me'));
    return { me };
  },
  component: Shell,
});
