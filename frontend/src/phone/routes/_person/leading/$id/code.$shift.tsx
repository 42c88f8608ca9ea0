import { createFileRoute } from '@tanstack/react-router';
import { ShiftCode } from '../../../../features/leading/ShiftCode';

export const Route = createFileRoute('/_person/leading/$id/code/$shift')({ component: Page });

function Page() {
  const { shift } = Route.useParams();
  return <ShiftCode shift={shift} />;
}
