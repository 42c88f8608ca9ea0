/** A partner whom the person manages: its offers, its stores, and who manages it beside. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Answer } from '../../ui/Answer';
import { Status } from '../../ui/Status';
import { StateOfStore } from './StateOfStore';

export function PartnerCard({ id }: { id: string }) {
  const { t } = useTranslation('phone-shop');
  const partner = $api.useQuery('get', '/api/v1/partners/{id}', { params: { path: { id } } });
  const stores = $api.useQuery('get', '/api/v1/stores', { params: { query: { partner_id: id, limit: 200 } } });
  const managers = $api.useQuery('get', '/api/v1/partners/{id}/managers', {
    params: { path: { id }, query: { limit: 200 } },
  });
  return (
    <Answer query={partner}>
      {({ name, category, state }) => (
        <section className="card" aria-label={name}>
          <div className="row">
            <h2>{name}</h2>
            {state !== 'active' && <Status tone="warning">{t('inactive')}</Status>}
          </div>
          <p className="soft">{category}</p>
          <Link to="/till/offers" search={{ partner: id }} className="button" data-wide>
            {t('offers.open')}
          </Link>
          <h3>{t('stores')}</h3>
          <ul className="stack">
            {stores.data?.items.map((store) => (
              <li key={store.id}>
                <Link to="/till/stores/$id" params={{ id: store.id }} className="card">
                  <span className="row">
                    <span>{store.name}</span>
                    <StateOfStore state={store.state} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          <h3>{t('managers')}</h3>
          <ul>
            {managers.data?.items.map((one) => (
              <li key={one.user_id} className="line">
                <span>{one.name}</span>
                <span className="soft number">{one.phone}</span>
              </li>
            ))}
          </ul>
          <p className="soft">{t('managers_hint')}</p>
        </section>
      )}
    </Answer>
  );
}
