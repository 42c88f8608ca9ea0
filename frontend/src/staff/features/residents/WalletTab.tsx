/** A resident's points: what can be spent, what is held, what is owed, and what lapses when. */

import { Card, Col, Row, Statistic, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Hold, type Lot, type Resident } from '@/api';
import { civilDay, moment, whole } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { Rows } from '../../ui/Rows';
import { useMe } from '../shell/useMe';
import { PendingAdjustments } from './PendingAdjustments';
import { PointsActions } from './PointsActions';
import { PoolingSwitch } from './PoolingSwitch';

export function WalletTab({ resident }: { resident: Resident }) {
  const { t } = useTranslation('staff-residents');
  const { t: shared } = useTranslation('staff');
  const { isDesk } = useMe();
  const query = $api.useQuery('get', '/api/v1/residents/{id}/wallet', { params: { path: { id: resident.id } } });
  const lots: TableProps<Lot>['columns'] = [
    { title: t('wallet.lapses_on'), dataIndex: 'lapses_on', render: lapse },
    { title: t('wallet.points'), dataIndex: 'posted', align: 'right', className: 'number', render: whole, width: 120 },
    {
      title: t('wallet.of_these_held'),
      dataIndex: 'held',
      align: 'right',
      className: 'number',
      render: whole,
      width: 120,
    },
  ];
  const holds: TableProps<Hold>['columns'] = [
    { title: t('wallet.for'), render: (_, hold) => shared(`causes.${hold.cause.kind}`) },
    { title: t('wallet.since'), dataIndex: 'since', render: moment, className: 'number' },
    { title: t('wallet.points'), dataIndex: 'amount', align: 'right', className: 'number', render: whole, width: 120 },
  ];
  function lapse(day?: string | null) {
    return day ? t('wallet.lapses', { day: civilDay(day) }) : t('wallet.never');
  }
  return (
    <Answer query={query}>
      {(wallet) => (
        <Card
          title={t('tabs.wallet')}
          {...(isDesk &&
            resident.state === 'active' && { extra: <PointsActions resident={resident} wallet={wallet} /> })}
        >
          {isDesk && <PendingAdjustments residentId={resident.id} />}
          <Row gutter={[24, 16]}>
            {(['available', 'held', 'debt', 'posted'] as const).map((key) => (
              <Col xs={12} md={6} key={key}>
                <Statistic title={t(`wallet.${key}`)} value={wallet[key]} />
              </Col>
            ))}
          </Row>
          <p>
            {wallet.lapses_next
              ? t('wallet.next', {
                  count: wallet.lapses_next.points,
                  day: civilDay(wallet.lapses_next.lapses_on ?? ''),
                })
              : t('wallet.next_none')}
          </p>
          <PoolingSwitch id={resident.id} name={resident.name} pooled={wallet.pooled} />
          {wallet.lots.length > 0 && (
            <section style={{ maxWidth: 640, marginTop: 16 }}>
              <h2>{t('wallet.lots')}</h2>
              <Rows<Lot> rowKey={(lot) => lot.lapses_on ?? ''} size="small" columns={lots} rows={wallet.lots} />
            </section>
          )}
          {wallet.holds.length > 0 && (
            <section style={{ maxWidth: 640, marginTop: 16 }}>
              <h2>{t('wallet.holds')}</h2>
              <Rows<Hold> rowKey="id" size="small" columns={holds} rows={wallet.holds} />
            </section>
          )}
        </Card>
      )}
    </Answer>
  );
}
