/** A reward's marks: whether it is on the shelf, how many are left and whether that is few. */

import { useTranslation } from 'react-i18next';
import type { Reward, RewardState } from '@/api';
import { whole } from '@/lib/format';
import { Status } from '../../ui/Status';

export function Shelf({ state }: { state: RewardState }) {
  const { t } = useTranslation('staff-rewards');
  return <Status tone={state === 'on_shelf' ? 'good' : 'ended'}>{t(`states.${state}`)}</Status>;
}

export function Left({ reward }: { reward: Reward }) {
  const { t } = useTranslation('staff-rewards');
  return (
    <>
      {reward.low && <Status tone="warning">{t('low')}</Status>} {whole(reward.left)}
    </>
  );
}
