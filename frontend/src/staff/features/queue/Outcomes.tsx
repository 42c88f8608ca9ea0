/** What became of each of several decisions. */

import { List, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { Status } from '../../ui/Status';
import type { Outcome } from './useDecisions';
import { useHeadline } from './useHeadline';

export function Outcomes({ outcomes, onClose }: { outcomes: Outcome[]; onClose: () => void }) {
  const { t } = useTranslation('staff-queue');
  const headline = useHeadline();
  const done = outcomes.filter(({ refusal }) => refusal === undefined).length;
  return (
    <Modal
      title={t('bulk.outcome', { done, failed: outcomes.length - done })}
      open={outcomes.length > 0}
      onCancel={onClose}
      onOk={onClose}
      cancelButtonProps={{ style: { display: 'none' } }}
    >
      <List
        size="small"
        dataSource={outcomes}
        renderItem={({ item, refusal }) => (
          <List.Item key={item.id} style={{ gap: 12 }}>
            <span>
              {headline(item).title}
              {refusal !== undefined && <div style={{ color: '#8a2a0b' }}>{refusal}</div>}
            </span>
            <Status tone={refusal === undefined ? 'good' : 'warning'}>
              {t(refusal === undefined ? 'bulk.done' : 'bulk.not_done')}
            </Status>
          </List.Item>
        )}
      />
    </Modal>
  );
}
