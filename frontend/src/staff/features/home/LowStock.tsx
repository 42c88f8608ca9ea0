/** Goods of the points supermarket of which few are left. */

import { Link } from '@tanstack/react-router';
import { Card, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Answer } from '../../ui/Answer';

export function LowStock() {
  const { t } = useTranslation('staff-home');
  const low = $api.useQuery('get', '/api/v1/rewards', { params: { query: { low: true, limit: 20 } } });
  const all = (
    <Link to="/rewards" search={{ low: true }} aria-label={t('low.all')}>
      {t('all')}
    </Link>
  );
  return (
    <Card title={<h2>{t('low.title')}</h2>} extra={all}>
      <Answer query={low}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('low.none')} />
          ) : (
            <ul className="lines">
              {items.map(({ id, name, left }) => (
                <li key={id}>
                  <Link to="/rewards/$id" params={{ id }}>
                    {name}
                  </Link>
                  <span className="number">{t('low.left', { left })}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Card>
  );
}
