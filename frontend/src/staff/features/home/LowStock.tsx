/** Goods of the points supermarket of which few are left. */

import { Link } from '@tanstack/react-router';
import { Card, Empty, List } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { TroubleShown } from '../../ui/TroubleShown';

export function LowStock() {
  const { t } = useTranslation('staff-home');
  const low = $api.useQuery('get', '/api/v1/rewards', { params: { query: { low: true, limit: 20 } } });
  const empty =
    low.data === undefined ? ' ' : <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('low.none')} />;
  return (
    <Card
      title={<h2>{t('low.title')}</h2>}
      extra={
        <Link to="/rewards" search={{ low: true }}>
          {t('all')}
        </Link>
      }
    >
      {low.error ? (
        <TroubleShown error={low.error} retry={low.refetch} />
      ) : (
        <List
          loading={low.data === undefined}
          dataSource={low.data?.items ?? []}
          locale={{ emptyText: empty }}
          rowKey="id"
          renderItem={({ id, name, left }) => (
            <List.Item
              actions={[
                <span key="left" className="number">
                  {t('low.left', { left })}
                </span>,
              ]}
            >
              <Link to="/rewards/$id" params={{ id }}>
                {name}
              </Link>
            </List.Item>
          )}
        />
      )}
    </Card>
  );
}
