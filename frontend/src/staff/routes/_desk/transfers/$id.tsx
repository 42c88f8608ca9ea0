import { createFileRoute } from '@tanstack/react-router';
import { TransferDetail } from '../../../features/ledger/TransferDetail';

export const Route = createFileRoute('/_desk/transfers/$id')({ component: Page });

function Page() {
  return <TransferDetail id={Route.useParams().id} />;
}
