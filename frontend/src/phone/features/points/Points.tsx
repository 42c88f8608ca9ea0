/** A resident's points: what there is, what happened with them and why, and what lapses when. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { whole } from '@/lib/format';
import { Answer } from '../../ui/Answer';
import { Screen } from '../../ui/Screen';
import { Views } from '../../ui/Views';
import { useResidentId } from '../shell/useResidentId';
import { History } from './History';
import { Lots } from './Lots';
import { Pooling } from './Pooling';

export type View = 'history' | 'lots';

export function Points({ view, onView }: { view: View; onView: (view: View) => void }) {
  const { t } = useTranslation('phone-points');
  const id = useResidentId();
  const query = $api.useQuery('get', '/api/v1/residents/{id}/wallet', { params: { path: { id } } });
  return (
    <Screen title={t('title')} back>
      <Answer query={query}>
        {(wallet) => (
          <>
            <section className="card hero">
              <p>{t('available')}</p>
              <p className="big">{whole(wallet.available)}</p>
              {wallet.held > 0 && <p>{t('held', { points: whole(wallet.held) })}</p>}
              {wallet.debt > 0 && <p>{t('debt', { points: whole(wallet.debt) })}</p>}
            </section>
            <Link to="/points/give" className="button" data-wide>
              {t('give.title')}
            </Link>
            <Views
              label={t('views.label')}
              value={view}
              onChange={onView}
              options={[
                { value: 'history', label: t('views.history') },
                { value: 'lots', label: t('views.lots') },
              ]}
            />
            {view === 'history' ? (
              <History residentId={id} />
            ) : (
              <>
                <Lots wallet={wallet} />
                <Pooling residentId={id} pooled={wallet.pooled} />
              </>
            )}
          </>
        )}
      </Answer>
    </Screen>
  );
}
