/** Who has a seat in a slot, to receive them: family names, and the ends of their codes. */

import { useTranslation } from 'react-i18next';
import { $api, type Attendee } from '@/api';
import { spokenSpan } from '@/lib/format';
import { byCursor } from '@/lib/whole';
import { Answer } from '../../ui/Answer';
import { Pages } from '../../ui/Pages';
import { Screen } from '../../ui/Screen';
import { Status, type Tone } from '../../ui/Status';

const tones: Record<Attendee['state'], Tone> = { booked: 'waiting', came: 'good', missed: 'neutral' };

export function Attendees({ slotId }: { slotId: string }) {
  const { t } = useTranslation('phone-shop');
  const params = { path: { id: slotId } };
  const slot = $api.useQuery('get', '/api/v1/slots/{id}', { params });
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/slots/{id}/attendees',
    { params },
    {
      ...byCursor,
      select: ({ pages }) => ({ pages: pages.map(({ items }) => ({ items: items.map(keyed) })) }),
    },
  );
  return (
    <Screen title={t('attendees.title')} back>
      <Answer query={slot}>
        {({ starts_at, ends_at, seats, seats_left }) => (
          <div className="row">
            <h2 className="number">{spokenSpan(starts_at, ends_at)}</h2>
            <span className="number">{t('slots.seats', { taken: seats - seats_left, seats })}</span>
          </div>
        )}
      </Answer>
      <Pages query={query} empty={t('attendees.empty')}>
        {(one) => (
          <article className="card">
            <div className="row">
              <h3>{one.resident_name}</h3>
              <Status tone={tones[one.state]}>{t(`attendees.states.${one.state}`)}</Status>
            </div>
            <p className="soft number">{t('attendees.code', { code: one.code })}</p>
          </article>
        )}
      </Pages>
    </Screen>
  );
}

const keyed = (one: Attendee) => ({ ...one, id: one.voucher_id ?? one.order_id ?? one.code });
