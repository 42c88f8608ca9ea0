/** Giving points: to another resident by the code of the member card, or to a fund of the community. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { whole } from '@/lib/format';
import { Screen } from '../../ui/Screen';
import { Views } from '../../ui/Views';
import { useResidentId } from '../shell/useResidentId';
import { Funds } from './Funds';
import { GiveToNeighbour } from './GiveToNeighbour';

export type Taker = 'neighbour' | 'fund';

export function Give({ to, onTo }: { to: Taker; onTo: (to: Taker) => void }) {
  const { t } = useTranslation('phone-points');
  const id = useResidentId();
  const { data: wallet } = $api.useQuery('get', '/api/v1/residents/{id}/wallet', { params: { path: { id } } });
  const { data: rulebook } = $api.useQuery('get', '/api/v1/rulebooks/in-force');
  const month = rulebook?.book.giving?.per_month;
  return (
    <Screen title={t('give.title')} back>
      <section className="card">
        {wallet !== undefined && <p>{t('give.available', { points: whole(wallet.available) })}</p>}
        {month !== undefined && (
          <p className="soft">{month === 0 ? t('give.none_allowed') : t('give.month', { points: whole(month) })}</p>
        )}
      </section>
      <Views
        label={t('give.to')}
        value={to}
        onChange={onTo}
        options={[
          { value: 'neighbour', label: t('give.neighbour') },
          { value: 'fund', label: t('give.fund') },
        ]}
      />
      {to === 'neighbour' ? <GiveToNeighbour /> : <Funds />}
    </Screen>
  );
}
