/** The latest verifications, each with the figures that differed. */

import { Link } from '@tanstack/react-router';
import { Card, type TableProps, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Difference, type Verification } from '@/api';
import { moment, whole } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { Rows } from '../../ui/Rows';
import { Status } from '../../ui/Status';
import { verifiedThings } from './verifiedThings';

const SHOWN = 7;

export function Verifications() {
  const { t } = useTranslation('staff-ledger');
  const query = $api.useQuery('get', '/api/v1/verifications', { params: { query: { limit: SHOWN } } });
  const columns: TableProps<Verification>['columns'] = [
    { title: t('verification.began_at'), dataIndex: 'began_at', render: moment, className: 'number' },
    { title: t('verification.occasion'), render: (_, { occasion }) => t(`verification.occasions.${occasion}`) },
    {
      title: t('verification.rows'),
      dataIndex: 'rows',
      render: whole,
      align: 'right',
      className: 'number',
      responsive: ['md'],
    },
    {
      title: t('verification.took'),
      dataIndex: 'took_ms',
      render: (ms: number) => (ms / 1000).toFixed(1),
      align: 'right',
      className: 'number',
      responsive: ['md'],
    },
    {
      title: t('verification.result'),
      render: (_, { drift }) => (
        <Status tone={drift === 0 ? 'good' : 'warning'}>
          {drift === 0 ? t('verification.no_drift') : t('verification.some_drift', { drift: whole(drift) })}
        </Status>
      ),
    },
  ];
  return (
    <Card title={<h2 className="card-title">{t('verification.title')}</h2>} styles={{ body: { padding: 0 } }}>
      <Answer query={query}>
        {({ items }) => (
          <Rows<Verification>
            rowKey="id"
            columns={columns}
            rows={items}
            empty={t('verification.none')}
            expandable={{
              columnTitle: t('verification.differences'),
              columnWidth: 72,
              rowExpandable: ({ drift }) => drift > 0,
              defaultExpandedRowKeys: items.slice(0, 1).map(({ id }) => id),
              expandedRowRender: (one) => <Differences of={one} />,
            }}
          />
        )}
      </Answer>
    </Card>
  );
}

function Differences({ of }: { of: Verification }) {
  const { t } = useTranslation('staff-ledger');
  const columns: TableProps<Difference>['columns'] = [
    { title: t('verification.figure'), render: (_, { figure }) => <Figure code={figure} /> },
    { title: t('verification.row'), render: (_, one) => <Row of={one} /> },
    { title: t('verification.stored'), dataIndex: 'stored', render: whole, align: 'right', className: 'number' },
    { title: t('verification.computed'), dataIndex: 'computed', render: whole, align: 'right', className: 'number' },
  ];
  const more = of.drift - of.differences.length;
  return (
    <>
      <Rows<Difference>
        rowKey={({ figure, id }) => `${figure} ${id}`}
        size="small"
        bordered
        columns={columns}
        rows={of.differences}
      />
      {more > 0 && <p style={{ margin: '8px 0 0' }}>{t('verification.more', { more: whole(more) })}</p>}
    </>
  );
}

/** What a figure is about in words, and its code for whoever looks into it. */
function Figure({ code }: { code: string }) {
  const { t } = useTranslation('staff-ledger');
  const about = verifiedThings.find((one) => one === code.split('.')[0]);
  const word = about && t(`figures.${about}`);
  return (
    <>
      {word} <Typography.Text code>{code}</Typography.Text>
    </>
  );
}

/** Which row it is: what it is called, its identifier to be copied, and where it can be looked at. */
function Row({ of: { figure, id, name } }: { of: Difference }) {
  const { t } = useTranslation('staff-ledger');
  const there = figure.startsWith('transfer.') && figure !== 'transfer.deleted';
  return (
    <>
      {name} <Typography.Text copyable>{id}</Typography.Text>{' '}
      {there && (
        <Link to="/transfers/$id" params={{ id }}>
          {t('open_transfer')}
        </Link>
      )}
    </>
  );
}
