import { createFileRoute } from '@tanstack/react-router';
import { BulkAwards } from '../../../features/ledger/BulkAwards';

export const Route = createFileRoute('/_desk/awards/')({ component: Page });

function Page() {
  return <BulkAwards />;
}
