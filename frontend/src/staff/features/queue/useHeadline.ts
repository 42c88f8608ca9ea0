/** What a thing that waits is called in one line, and what more there is to it in another. */

import { useTranslation } from 'react-i18next';
import { civilDay, signed, span } from '@/lib/format';
import type { Item } from './items';

interface Headline {
  title: string;
  about: string;
}

export function useHeadline(): (item: Item) => Headline {
  const { t } = useTranslation('staff-queue');
  return (item) => {
    switch (item.kind) {
      case 'claims': {
        const { resident_name: name, rule_title: rule, description, state } = item.what;
        const title = t(state === 'appealed' ? 'headline.appeal' : 'headline.claim', { name, rule });
        return { title, about: description };
      }
      case 'adjustments': {
        const { resident_name: name, points, reason } = item.what;
        return { title: t('headline.adjustment', { name, points: signed(points) }), about: reason };
      }
      case 'memberships':
        return {
          title: t('headline.membership', { name: item.what.resident_name, team: item.what.team_name }),
          about: item.what.team_name,
        };
      case 'activities':
      case 'rosters':
        return { title: item.what.title, about: span(item.what.starts_at, item.what.ends_at) };
      case 'pacts': {
        const { estate, building_name: building, month, kept, households } = item.what;
        return {
          title: t('headline.pact', { building: `${estate} ${building}`, month: civilDay(month) }),
          about: t('headline.kept', { kept, households }),
        };
      }
      case 'no_shows': {
        const { resident_name: name, activity_title: activity, missed, appeal } = item.what;
        return { title: t('headline.no_show', { name, activity, missed: t(`missed.${missed}`) }), about: appeal ?? '' };
      }
      case 'statements': {
        const { store_name: store, month, dispute } = item.what;
        return { title: t('headline.statement', { store, month: civilDay(month) }), about: dispute ?? '' };
      }
      case 'signals': {
        const { store_name: store, kind, day, count } = item.what;
        return {
          title: t('headline.signal', { store, kind: t(`signal.${kind}`) }),
          about: t('headline.times', { day: civilDay(day), count }),
        };
      }
    }
  };
}
