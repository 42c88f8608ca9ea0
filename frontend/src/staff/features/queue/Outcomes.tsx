/** What became of each of several decisions. */

import { Modal } from 'antd';
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
      <ul style={{ listStyle: 'none', padding: 0, margin: 0 }}>
        {outcomes.map(({ item, refusal }) => (
          <li key={item.id} style={{ display: 'flex', gap: 12, justifyContent: 'space-between', padding: '8px 0' }}>
            <span>
              {headline(item).title}
              {refusal !== undefined && <div style={{ color: '#8a2a0b' }}>{refusal}</div>}
            </span>
            <span>
              <Status tone={refusal === undefined ? 'good' : 'warning'}>
                {t(refusal === undefined ? 'bulk.done' : 'bulk.not_done')}
              </Status>
            </span>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
