/** What there is to know about a thing that waits, except claims. */

import { Link } from '@tanstack/react-router';
import { Descriptions, type DescriptionsProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { civilDay, moment, signed, span, whole, yuan } from '@/lib/format';
import { ResidentLink } from '../../ui/ResidentLink';
import type { Item } from './items';

type Lines = NonNullable<DescriptionsProps['items']>;

export function Facts({ item }: { item: Exclude<Item, { kind: 'claims' }> }) {
  const lines = useLines(item);
  return <Descriptions column={1} size="small" styles={{ label: { width: 112 } }} items={lines} />;
}

function useLines(item: Exclude<Item, { kind: 'claims' }>): Lines {
  const { t } = useTranslation('staff-queue');
  const line = (label: Label, children: React.ReactNode) => ({ key: label, label: t(`fact.${label}`), children });
  const resident = (id: string, name?: string) => line('resident', <ResidentLink id={id} name={name} />);
  switch (item.kind) {
    case 'adjustments': {
      const { resident_id, resident_name, points, reason, proposed_by_name, proposed_at } = item.what;
      return [
        resident(resident_id, resident_name),
        line('points', <strong className="number">{signed(points)}</strong>),
        line('reason', reason),
        line('proposed_by', proposed_by_name),
        line('since', moment(proposed_at)),
      ];
    }
    case 'memberships': {
      const { resident_id, resident_name, team_id, team_name, requested_at } = item.what;
      return [
        resident(resident_id, resident_name),
        line(
          'team',
          <Link to="/teams/$id" params={{ id: team_id }}>
            {team_name}
          </Link>,
        ),
        line('since', moment(requested_at)),
      ];
    }
    case 'activities':
    case 'rosters': {
      const { team_name, organiser_name, place, starts_at, ends_at, description, rule_code, shifts } = item.what;
      const returned = item.kind === 'activities' ? item.what.return_reason : undefined;
      const taken = shifts.reduce((sum, shift) => sum + shift.taken, 0);
      const capacity = shifts.reduce((sum, shift) => sum + shift.capacity, 0);
      return [
        line('team', team_name),
        line('organiser', organiser_name),
        line('time', span(starts_at, ends_at)),
        line('place', place),
        line('rule', rule_code),
        line('shifts', t('shifts', { count: shifts.length, taken, capacity })),
        line('description', description),
        ...(returned ? [line('return_reason', returned)] : []),
      ];
    }
    case 'pacts': {
      const { households, kept, not_kept, month } = item.what;
      return [
        line('month', civilDay(month)),
        line('households', whole(households)),
        line('kept', whole(kept)),
        line('not_kept', whole(not_kept)),
      ];
    }
    case 'no_shows': {
      const { resident_id, resident_name, activity_title, starts_at, missed, step, appeal, appealed_at } = item.what;
      return [
        resident(resident_id, resident_name),
        line('activity', activity_title),
        line('time', moment(starts_at)),
        line('missed', t(`missed.${missed}`)),
        line('step', t(`step.${step}`)),
        line('appeal', appeal),
        ...(appealed_at ? [line('since', moment(appealed_at))] : []),
      ];
    }
    case 'statements': {
      const { partner_name, store_name, month, dispute, totals } = item.what;
      return [
        line('store', `${partner_name} · ${store_name}`),
        line('month', civilDay(month)),
        line('confirmations', whole(totals.confirmations)),
        line('points', whole(totals.points)),
        line('discount', yuan(totals.discount_fen)),
        line('dispute', dispute),
      ];
    }
    case 'signals': {
      const { store_name, day, kind, count, threshold, resident_id } = item.what;
      return [
        line('store', store_name),
        line('day', civilDay(day)),
        line('pattern', t(`pattern.${kind}`)),
        line('count', t('of_threshold', { count, threshold })),
        ...(resident_id ? [resident(resident_id)] : []),
      ];
    }
  }
}

type Label =
  | 'resident'
  | 'points'
  | 'reason'
  | 'proposed_by'
  | 'since'
  | 'team'
  | 'organiser'
  | 'return_reason'
  | 'time'
  | 'place'
  | 'rule'
  | 'shifts'
  | 'description'
  | 'month'
  | 'households'
  | 'kept'
  | 'not_kept'
  | 'activity'
  | 'missed'
  | 'step'
  | 'appeal'
  | 'store'
  | 'confirmations'
  | 'discount'
  | 'dispute'
  | 'day'
  | 'pattern'
  | 'count';
