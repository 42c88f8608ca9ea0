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
  const giving = wallet?.giving;
  const month = giving?.per_month ?? undefined;
  return (
    <Screen title={t('give.title')} back>
      <section className="card">
        {wallet !== undefined && <p>{t('give.available', { points: whole(wallet.available) })}</p>}
        {month === 0 && <p className="soft">{t('give.none_allowed')}</p>}
        {month !== undefined && month > 0 && (
          <>
            <p>{t('give.left', { points: whole(giving?.left ?? month) })}</p>
            <p className="soft">{t('give.month', { points: whole(month), given: whole(giving?.given ?? 0) })}</p>
          </>
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
