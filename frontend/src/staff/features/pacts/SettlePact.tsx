/** Settles a pact, and shows what each household earned, who got it and why. */

import { Modal, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Pact, type PactResult, type PactSettlement } from '@/api';
import { signed, whole } from '@/lib/format';
import { CommandButton } from '../../ui/CommandButton';
import { ResidentLink } from '../../ui/ResidentLink';

export function SettlePact({ pact: { id, settled_at } }: { pact: Pact }) {
  const { t } = useTranslation('staff-pacts');
  const settle = $api.useMutation('post', '/api/v1/pacts/{id}/settle');
  const [outcome, setOutcome] = useState<PactSettlement>();
  const close = () => setOutcome(undefined);
  const run = async () => setOutcome(await settle.mutateAsync({ params: { path: { id: id ?? '' } }, body: {} }));
  const columns: TableProps<PactResult>['columns'] = [
    { title: t('door'), dataIndex: 'door', width: 110 },
    { title: t('points'), dataIndex: 'points', align: 'right', className: 'number', width: 80, render: signed },
    { title: t('to'), width: 110, render: (_, { resident_id }) => resident_id && <ResidentLink id={resident_id} /> },
    { title: t('why'), dataIndex: 'explanation', render: (text: string) => <span className="words">{text}</span> },
  ];
  return (
    <>
      {!settled_at && (
        <CommandButton run={run} done={t('settled')} ask={t('settle_ask')} why={id ? undefined : t('settle_nothing')}>
          {t('settle')}
        </CommandButton>
      )}
      <Modal title={t('settled')} open={outcome !== undefined} onCancel={close} onOk={close} width={820}>
        {outcome && (
          <>
            <p>
              {t('settle_sum', {
                awarded: whole(outcome.awarded),
                points: whole(outcome.total_points),
                none: whole(outcome.not_awarded),
              })}
            </p>
            <Table<PactResult>
              rowKey="household_id"
              size="small"
              columns={columns}
              dataSource={outcome.results}
              pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
              scroll={{ x: 'max-content' }}
            />
          </>
        )}
      </Modal>
    </>
  );
}
