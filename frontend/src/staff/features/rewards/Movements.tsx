/** What came and went of a reward, the newest first. */

import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type StockMovement, type StockMovementKind } from '@/api';
import { moment, signed, yuan } from '@/lib/format';
import { Paged } from '../../ui/Paged';

interface Props {
  id: string;
  cursor: string | undefined;
  onPage: (cursor: string | undefined) => void;
}

export function Movements({ id, cursor, onPage }: Props) {
  const { t } = useTranslation('staff-rewards');
  const query = $api.useQuery(
    'get',
    '/api/v1/rewards/{id}/stock-movements',
    { params: { path: { id }, query: { cursor, limit: 20 } } },
    { placeholderData: keepPreviousData },
  );
  const columns: TableProps<StockMovement>['columns'] = [
    { title: t('when'), dataIndex: 'moved_at', render: moment, className: 'number' },
    { title: t('movement.kind'), dataIndex: 'kind', render: (kind: StockMovementKind) => t(`kinds.${kind}`) },
    { title: t('movement.quantity'), dataIndex: 'quantity', align: 'right', className: 'number', render: signed },
    {
      title: t('movement.unit_cost'),
      dataIndex: 'unit_cost_fen',
      align: 'right',
      className: 'number',
      render: (fen: number | null) => (fen === null ? '' : yuan(fen)),
    },
    { title: t('movement.note'), render: (_, one) => <Note movement={one} /> },
    { title: t('actor'), dataIndex: 'actor_name' },
  ];
  return <Paged query={query} columns={columns} cursor={cursor} onPage={onPage} empty={t('movement.none')} />;
}

function Note({ movement }: { movement: StockMovement }) {
  const { t } = useTranslation('staff-rewards');
  const { donor, note, order_id, stocktake_id } = movement;
  return (
    <>
      {donor && t('movement.from', { donor })} {note}{' '}
      {order_id && (
        <Link to="/orders/$id" params={{ id: order_id }}>
          {t('movement.order')}
        </Link>
      )}
      {stocktake_id && (
        <Link to="/stocktakes/$id" params={{ id: stocktake_id }}>
          {t('movement.stocktake')}
        </Link>
      )}
    </>
  );
}
