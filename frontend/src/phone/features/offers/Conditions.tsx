/** The conditions of an offer in words: when, where, for whom, how many. */

import { useTranslation } from 'react-i18next';
import { $api, type Eligibility, type Offer } from '@/api';
import { dayOf, listed, until, whole } from '@/lib/format';
import { Facts } from '../../ui/Facts';
import { Stores } from '../../ui/Stores';
import { useWeek } from '../../ui/useWeek';

export function Conditions({ offer }: { offer: Offer }) {
  const { t } = useTranslation('phone-offers');
  const week = useWeek();
  const { period_quota, per_person_limit } = offer;
  const bySlot = offer.slot_early_minutes != null;
  const limits: string[] = offer.limits.map(({ per, period, times }) =>
    t(`limits.${per}`, { times, period: t(`periods.${period}`) }),
  );
  if (per_person_limit != null) limits.unshift(t('limits.person', { times: per_person_limit }));
  return (
    <section className="card">
      <h2>{t('conditions')}</h2>
      <Facts
        of={[
          [t('valid'), `${dayOf(offer.valid_from)}–${until(offer.valid_to)}`],
          [t('days'), !bySlot && t('days_after', { count: offer.voucher_days })],
          [t('hours'), bySlot ? t('by_slot') : week.hours(offer.hours)],
          [t('uses'), offer.uses > 1 && t('uses_times', { count: offer.uses })],
          [t('limit'), limits.join('\n')],
          [
            t('quota'),
            offer.quota != null && t('quota_of', { left: whole(offer.quota_left ?? 0), quota: whole(offer.quota) }),
          ],
          [
            t('period_quota'),
            period_quota &&
              t('period_quota_of', {
                period: t(`periods.${period_quota.period}`),
                vouchers: whole(period_quota.vouchers),
              }),
          ],
          [t('who'), <ForWhom key="who" eligibility={offer.eligibility} />],
          [t('stores'), <Stores key="stores" partnerId={offer.partner_id} only={offer.stores} />],
        ]}
      />
    </section>
  );
}

function ForWhom({ eligibility }: { eligibility: Eligibility }) {
  const { t } = useTranslation('phone-offers');
  const { data: teams } = $api.useQuery('get', '/api/v1/teams', {}, { enabled: eligibility.teams.length > 0 });
  const words: string[] = [];
  if (eligibility.min_age != null) words.push(t('ages.from', { age: eligibility.min_age }));
  if (eligibility.max_age != null) words.push(t('ages.to', { age: eligibility.max_age }));
  if (eligibility.buildings.length > 0) words.push(t('some_buildings'));
  if (eligibility.teams.length > 0) {
    const named = teams?.items.filter((team) => eligibility.teams.includes(team.id)).map((team) => team.name) ?? [];
    words.push(t('teams', { teams: listed(named) }));
  }
  return words.length === 0 ? t('everybody') : words.join('\n');
}
