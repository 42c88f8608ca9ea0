/** The slots of an offer or a service that have free seats; one is chosen. */

import { Empty, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { spokenSpan } from '@/lib/format';
import { Answer } from './Answer';

interface Props {
  of: 'offers' | 'rewards';
  /** What takes place in them. */
  hostId: string;
  value?: string | undefined;
  onChange?: (slotId: string) => void;
  /** The slot there is already. */
  except?: string;
}

export function SlotChoice({ of, hostId, value, onChange, except }: Props) {
  const { t } = useTranslation('staff');
  const query = $api.useQuery('get', `/api/v1/${of}/{id}/slots`, {
    params: { path: { id: hostId }, query: { limit: 200 } },
  });
  return (
    <Answer query={query}>
      {({ items }) => {
        const free = items.filter(({ id, state, seats_left }) => state === 'open' && seats_left > 0 && id !== except);
        if (free.length === 0) return <Empty description={t('slot.none')} image={Empty.PRESENTED_IMAGE_SIMPLE} />;
        return (
          <Radio.Group
            aria-label={t('slot.label')}
            value={value}
            onChange={({ target }) => onChange?.(target.value)}
            className="choices number"
            options={free.map((one) => ({
              value: one.id,
              label: t('slot.one', { when: spokenSpan(one.starts_at, one.ends_at), seats: one.seats_left }),
            }))}
          />
        );
      }}
    </Answer>
  );
}
