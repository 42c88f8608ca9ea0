import { createFileRoute } from '@tanstack/react-router';
import { Home } from '../../features/shell/Home';
import { land } from '../../features/shell/landing';

export const Route = createFileRoute('/_person/')({
  beforeLoad: ({ context: { me } }) => land(me),
  component: Home,
});
