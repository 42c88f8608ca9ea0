/** Settles a roster, and shows what each earned and why; that stays on screen though the activity is settled by then. */

import { Modal, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Activity, type Settled, type Settlement } from '@/api';
import { signed, whole } from '@/lib/format';
import { CommandButton } from '../../ui/CommandButton';
import { ResidentLink } from '../../ui/ResidentLink';

export function SettleButton({ activity: { id, state } }: { activity: Activity }) {
  const { t } = useTranslation('staff-activities');
  const settle = $api.useMutation('post', '/api/v1/activities/{id}/settle');
  const [outcome, setOutcome] = useState<Settlement>();
  const close = () => setOutcome(undefined);
  const columns: TableProps<Settled>['columns'] = [
    { title: t('resident'), width: 100, render: (_, { resident_id }) => <ResidentLink id={resident_id} /> },
    { title: t('points'), dataIndex: 'points', align: 'right', className: 'number', width: 80, render: signed },
    { title: t('why'), dataIndex: 'explanation', render: (text: string) => <span className="words">{text}</span> },
  ];
  return (
    <>
      {state === 'closed' && (
        <CommandButton
          type="primary"
          run={async () => setOutcome(await settle.mutateAsync({ params: { path: { id } } }))}
          done={t('settled')}
          ask={t('settle_ask')}
        >
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
            <Table<Settled>
              rowKey="attendance_id"
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
