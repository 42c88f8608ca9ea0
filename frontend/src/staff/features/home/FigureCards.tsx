/** The figures one by one, each with its change, its arithmetic, and the way to its rows. */

import { linkOptions } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Figures } from '@/api';
import { civilDay, percent, tenths, whole } from '@/lib/format';
import { useMe } from '../shell/useMe';
import { FigureCard } from './FigureCard';

const MINUTES = 60;

export function FigureCards({ figures }: { figures: Figures }) {
  const { t } = useTranslation('staff-home');
  const { isDesk } = useMe();
  const {
    period: days,
    registered,
    participants,
    volunteer_minutes: minutes,
    issued,
    spent,
    lapsed,
    lapsing,
  } = figures;
  const share = (people: number) => (registered === 0 ? undefined : people / registered);
  const rate = share(participants.value);
  // Lists that only the desk has.
  const ofDesk = <T,>(rows: T) => (isDesk ? rows : undefined);
  const transfers = (code: 'earn' | 'spend' | 'expire') =>
    ofDesk(linkOptions({ to: '/transfers', search: { code, ...days } }));
  const held = linkOptions({ to: '/activities', search: { state: 'settled', ...days } });
  const flow = (name: 'issued' | 'spent') => {
    const { posted, reversed, value } = figures[name];
    return t(`sum.${name}`, { posted: whole(posted), reversed: whole(reversed), value: whole(value) });
  };
  const people = { participants: whole(participants.value), registered: whole(registered) };
  return (
    <div className="figures wide">
      <FigureCard
        name="participation"
        value={rate === undefined ? t('figures.none') : percent(rate)}
        about={t('figures.people', people)}
        sum={rate === undefined ? t('sum.nobody') : t('sum.participation', { ...people, rate: percent(rate) })}
        now={participants.value}
        before={participants.before}
        rows={linkOptions({ to: '/residents', search: { state: 'active', ...days } })}
      />
      <FigureCard
        name="active_teams"
        {...numbers(figures.active_teams)}
        rows={linkOptions({ to: '/teams', search: days })}
      />
      <FigureCard name="activities" {...numbers(figures.activities)} rows={held} />
      <FigureCard
        name="hours"
        value={tenths(minutes.value / MINUTES)}
        sum={t('sum.hours', { minutes: whole(minutes.value), hours: tenths(minutes.value / MINUTES) })}
        now={minutes.value / MINUTES}
        before={minutes.before / MINUTES}
        rows={held}
      />
      <FigureCard name="issued" {...numbers(issued)} sum={flow('issued')} rows={transfers('earn')} />
      <FigureCard name="spent" {...numbers(spent)} sum={flow('spent')} rows={transfers('spend')} />
      <FigureCard name="lapsed" {...numbers(lapsed)} rows={transfers('expire')} />
      <FigureCard
        name="lapsing"
        value={whole(lapsing.points)}
        about={t('figures.until', { day: civilDay(lapsing.until) })}
        rows={linkOptions({ to: '/residents', search: { lapsing_until: lapsing.until } })}
      />
      <FigureCard
        name="services"
        {...numbers(figures.services)}
        rows={ofDesk(linkOptions({ to: '/confirmations', search: { ...days, standing: true } }))}
      />
    </div>
  );
}

const numbers = ({ value, before }: { value: number; before: number }) => ({ value: whole(value), now: value, before });
