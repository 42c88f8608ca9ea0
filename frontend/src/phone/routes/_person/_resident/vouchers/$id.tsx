import { createFileRoute } from '@tanstack/react-router';
import { VoucherScreen } from '../../../../features/vouchers/VoucherScreen';

export const Route = createFileRoute('/_person/_resident/vouchers/$id')({ component: Page });

function Page() {
  const { id } = Route.useParams();
  return <VoucherScreen id={id} />;
}
