import { createFileRoute } from '@tanstack/react-router';
import { Mine } from '../../../features/shop/Mine';
import { Outcomes } from '../../../features/till/Outcomes';

export const Route = createFileRoute('/_person/till/mine')({
  component: () => <Mine notice={<Outcomes onlyOpen />} />,
});
