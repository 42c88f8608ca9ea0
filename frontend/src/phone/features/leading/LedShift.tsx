/** A shift for its leader: the code to show, checking in by hand, and the roster, as far as they are of use now. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Activity, Shift } from '@/api';
import { moment, spokenSpan } from '@/lib/format';
import { hasBegun, isOpen, isUnderWay, tooEarly } from '../../ui/checks';
import { Status } from '../../ui/Status';
import { useNow } from '../../ui/useNow';

const PROPOSED: Activity['state'][] = ['draft', 'returned', 'reviewed', 'cancelled'];

export function LedShift({ activity: { id, state }, shift }: { activity: Activity; shift: Shift }) {
  const { t } = useTranslation('phone-leading');
  const params = { id, shift: shift.id };
  const now = useNow('minute');
  const checking = isOpen(state, shift, now);
  const recorded = shift.recorded_at ?? undefined;
  return (
    <article className="card">
      <h2>{spokenSpan(shift.starts_at, shift.ends_at)}</h2>
      <p className="soft">{t('taken', { taken: shift.taken, capacity: shift.capacity })}</p>
      {recorded !== undefined && <Status tone="good">{t('roster.recorded', { at: moment(recorded) })}</Status>}
      {(state === 'running' || state === 'closed') && recorded === undefined && hasBegun(shift, now) && (
        <Status tone="waiting">{t('roster.missing')}</Status>
      )}
      {isUnderWay(state) && tooEarly(shift, now) && <p className="soft">{t('checks.early')}</p>}
      {!PROPOSED.includes(state) && (
        <div className="actions">
          {checking && (
            <>
              <Link to="/leading/$id/code/$shift" params={params} className="button">
                {t('code.show')}
              </Link>
              <Link to="/leading/$id/checks/$shift" params={params} className="button">
                {t('checks.title')}
              </Link>
            </>
          )}
          <Link to="/leading/$id/roster/$shift" params={params} className="button">
            {t('roster.title')}
          </Link>
        </div>
      )}
    </article>
  );
}
