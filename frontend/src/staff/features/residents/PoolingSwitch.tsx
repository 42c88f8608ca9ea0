/** Whether the household may spend a resident's points: the desk writes down what the resident said. */

import { Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { CommandButton } from '../../ui/CommandButton';
import { useMe } from '../shell/useMe';

export function PoolingSwitch({ id, name, pooled }: { id: string; name: string; pooled: boolean }) {
  const { t } = useTranslation('staff-residents');
  const { isDesk } = useMe();
  const pool = $api.useMutation('put', '/api/v1/residents/{id}/pooling');
  const run = () => pool.mutateAsync({ params: { path: { id } }, body: { agreed: !pooled } });
  return (
    <Space wrap style={{ marginBottom: 16 }}>
      {pooled ? t('pooling.yes') : t('pooling.no')}
      {isDesk && (
        <CommandButton
          size="small"
          run={run}
          done={t('pooling.done')}
          ask={pooled ? t('pooling.ask_end', { name }) : t('pooling.ask', { name })}
        >
          {pooled ? t('pooling.end') : t('pooling.agree')}
        </CommandButton>
      )}
    </Space>
  );
}
