/** A store of the partner: when it is open, and who works at its till. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Answer } from '../../ui/Answer';
import { Screen } from '../../ui/Screen';
import { useWeek } from '../../ui/useWeek';
import { Cashiers } from './Cashiers';
import { HoursButton } from './HoursButton';
import { StateOfStore } from './StateOfStore';

export function StoreScreen({ id }: { id: string }) {
  const { t } = useTranslation('phone-shop');
  const week = useWeek();
  const query = $api.useQuery('get', '/api/v1/stores/{id}', { params: { path: { id } } });
  return (
    <Screen title={t('one_store')} back>
      <Answer query={query}>
        {(store) => (
          <>
            <section className="card" aria-label={store.name}>
              <div className="row">
                <h2>{store.name}</h2>
                <StateOfStore state={store.state} />
              </div>
              <p className="soft">{store.address}</p>
              <h3>{t('hours.title')}</h3>
              {store.hours.length === 0 && <p>{t('hours.none')}</p>}
              {store.hours.map((hours) => (
                <p key={week.span(hours)} className="number">
                  {week.span(hours)}
                </p>
              ))}
              <HoursButton store={store} />
            </section>
            <Cashiers storeId={store.id} />
          </>
        )}
      </Answer>
    </Screen>
  );
}
