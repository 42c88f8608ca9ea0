/** The slots of an offer or a service that are still to come, with the seats that are left; one is chosen. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { spokenSpan } from '@/lib/format';
import { Answer } from './Answer';
import { Empty } from './Empty';

const MOST = 100;

interface Props {
  of: 'offers' | 'rewards';
  id: string;
  value: string | undefined;
  onChange: (slotId: string) => void;
  /** A slot that is not to be offered: the one there is already. */
  except?: string | undefined;
}

export function SlotChoice({ of, id, value, onChange, except }: Props) {
  const { t } = useTranslation('phone');
  const query = $api.useQuery('get', `/api/v1/${of}/{id}/slots`, {
    params: { path: { id }, query: { limit: MOST } },
  });
  return (
    <Answer query={query}>
      {({ items }) => {
        const slots = items.filter((slot) => slot.state === 'open' && slot.id !== except);
        if (slots.length === 0) return <Empty>{t('slots.empty')}</Empty>;
        return (
          <fieldset className="options">
            <legend>{t('slots.choose')}</legend>
            {slots.map((slot) => (
              <label key={slot.id} className="check">
                <input
                  type="radio"
                  name={id}
                  checked={slot.id === value}
                  disabled={slot.seats_left === 0}
                  onChange={() => onChange(slot.id)}
                />
                <span>
                  {spokenSpan(slot.starts_at, slot.ends_at)}
                  <br />
                  <span className="soft">
                    {slot.seats_left === 0 ? t('slots.full') : t('slots.left', { count: slot.seats_left })}
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
        );
      }}
    </Answer>
  );
}
