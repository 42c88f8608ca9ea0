/** The terms of an offer, line by line. */

import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type Offer } from '@/api';
import { clauses, listed, moment, until, whole } from '@/lib/format';
import { Facts } from '../../ui/Facts';
import { HoursShown } from '../../ui/HoursShown';
import { StoreName } from '../../ui/StoreName';
import { TermsText } from '../../ui/TermsText';
import { OfferStatus } from './OfferStatus';

export function OfferFacts({ offer }: { offer: Offer }) {
  const { t } = useTranslation('staff-offers');
  const { t: shared } = useTranslation('staff');
  const { quota, period_quota, per_person_limit, limits, stores } = offer;
  return (
    <Facts
      columns={2}
      facts={[
        [t('partner'), offer.partner_name],
        [t('state'), <OfferStatus key="state" state={offer.state} />],
        [t('gives'), <TermsText key="terms" terms={offer.terms} />],
        [t('price'), offer.price_points === 0 ? t('free') : `${whole(offer.price_points)} ${shared('points')}`],
        [t('taken'), <Taken key="taken" offer={offer} />],
        [t('quota'), typeof quota === 'number' ? whole(quota) : t('unlimited')],
        [
          t('period_quota'),
          period_quota &&
            t('in_period', { period: t(`periods.${period_quota.period}`), number: period_quota.vouchers }),
        ],
        [t('per_person'), per_person_limit ?? t('unlimited')],
        [
          t('limits'),
          limits.length > 0 &&
            limits.map(({ per, period, times }) => (
              <div key={per + period}>
                {t('limit_line', { per: t(`per.${per}`), period: t(`periods.${period}`), times })}
              </div>
            )),
        ],
        [t('uses'), offer.uses],
        [t('voucher_days'), `${offer.voucher_days} ${t('days')}`],
        [t('valid_from'), moment(offer.valid_from)],
        [t('valid_to'), until(offer.valid_to)],
        [t('hours'), <HoursShown key="hours" hours={offer.hours} none={t('any_time')} />],
        [
          t('stores'),
          stores.length === 0
            ? t('all_stores')
            : stores.map((id) => (
                <div key={id}>
                  <StoreName id={id} />
                </div>
              )),
        ],
        [t('for_whom'), <ForWhom key="for" offer={offer} />],
        [
          t('slot_early'),
          typeof offer.slot_early_minutes === 'number' && `${offer.slot_early_minutes} ${t('minutes')}`,
        ],
        [t('description'), offer.description],
      ]}
    />
  );
}

function Taken({ offer: { taken, quota } }: { offer: Offer }) {
  const { t } = useTranslation('staff-offers');
  if (typeof quota !== 'number') return whole(taken);
  return (
    <div style={{ minWidth: 160 }} className="number">
      {whole(taken)}
      <Progress percent={Math.round((taken / quota) * 100)} size="small" aria-label={t('taken')} />
    </div>
  );
}

export function ForWhom({ offer: { eligibility } }: { offer: Offer }) {
  const { t } = useTranslation('staff-offers');
  const { min_age, max_age, buildings, teams } = eligibility;
  const allBuildings = $api.useQuery(
    'get',
    '/api/v1/buildings',
    { params: { query: { limit: 200 } } },
    { enabled: buildings.length > 0 },
  );
  const allTeams = $api.useQuery('get', '/api/v1/teams', {}, { enabled: teams.length > 0 });
  const words = [
    typeof min_age === 'number' ? t('from_age', { age: min_age }) : '',
    typeof max_age === 'number' ? t('to_age', { age: max_age }) : '',
    namesOf(allBuildings.data?.items, buildings, ({ estate, name }) => `${estate} ${name}`),
    namesOf(allTeams.data?.items, teams, ({ name }) => name),
  ].filter((one) => one !== '');
  return words.length === 0 ? t('everybody') : clauses(words);
}

const namesOf = <T extends { id: string }>(all: T[] = [], ids: string[], name: (one: T) => string) =>
  listed(all.filter(({ id }) => ids.includes(id)).map(name));
