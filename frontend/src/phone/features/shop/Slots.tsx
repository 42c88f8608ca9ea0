/** When an offer takes place, how many seats are taken, and by whom; whose offer it is plans more. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { span, spokenDay } from '@/lib/format';
import { byCursor } from '@/lib/whole';
import { Pages } from '../../ui/Pages';
import { Status } from '../../ui/Status';
import { CancelSlot } from './CancelSlot';
import { PlanSlots } from './PlanSlots';

interface Props {
  offerId: string;
  /** Whether the person manages the offer. */
  mine: boolean;
}

export function Slots({ offerId, mine }: Props) {
  const { t } = useTranslation('phone-shop');
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/offers/{id}/slots',
    { params: { path: { id: offerId } } },
    byCursor,
  );
  return (
    <>
      <div className="row">
        <h2>{t('slots.title')}</h2>
        {mine && <PlanSlots offerId={offerId} />}
      </div>
      <Pages query={query} empty={t('slots.empty')}>
        {(slot) => (
          <article className="card">
            <div className="row">
              <h3>{spokenDay(slot.starts_at)}</h3>
              {slot.state === 'cancelled' ? (
                <Status tone="warning">{t('slots.cancelled')}</Status>
              ) : (
                <span className="number">
                  {t('slots.seats', { taken: slot.seats - slot.seats_left, seats: slot.seats })}
                </span>
              )}
            </div>
            <div className="row">
              <p className="soft number">{span(slot.starts_at, slot.ends_at)}</p>
              {mine && slot.state === 'open' && <CancelSlot slot={slot} />}
            </div>
            {slot.seats_left < slot.seats && (
              <Link to="/till/slots/$id" params={{ id: slot.id }} className="button" data-wide>
                {t('slots.attendees')}
              </Link>
            )}
            {slot.cancel_reason && <p className="soft">{t('slots.why', { reason: slot.cancel_reason })}</p>}
          </article>
        )}
      </Pages>
    </>
  );
}
