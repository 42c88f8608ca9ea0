/** What the partner said to a closed statement, and what the desk said to that. */

import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { moment } from '@/lib/format';
import { Facts } from '../../ui/Facts';
import { ReasonButton } from '../../ui/ReasonButton';

export function Dispute({ id }: { id: string }) {
  const { t } = useTranslation('staff-statements');
  const query = $api.useQuery('get', '/api/v1/statements/{id}', { params: { path: { id } } });
  const settle = $api.useMutation('post', '/api/v1/statements/{id}/settle');
  const statement = query.data;
  if (statement === undefined) return null;
  return (
    <>
      {statement.state === 'disputed' && (
        <Alert
          type="warning"
          showIcon
          title={t('dispute_waits', { dispute: statement.dispute ?? '' })}
          action={
            <ReasonButton
              type="primary"
              label={t('settlement')}
              run={(note) => settle.mutateAsync({ params: { path: { id } }, body: { note } })}
              done={t('settled')}
              consequence={t('settle_hint')}
            >
              {t('settle')}
            </ReasonButton>
          }
        />
      )}
      <Facts
        facts={[
          [t('closed_at'), statement.closed_at && moment(statement.closed_at)],
          [t('answered_at'), statement.answered_at && moment(statement.answered_at)],
          [t('settled_at'), statement.settled_at && moment(statement.settled_at)],
          [t('dispute'), statement.state !== 'disputed' && statement.dispute],
          [t('settlement'), statement.settlement],
        ]}
      />
    </>
  );
}
