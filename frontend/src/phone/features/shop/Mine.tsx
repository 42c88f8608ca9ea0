/** Whose till it is: the person, the store, and for managers the partner's own things. */

import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Screen } from '../../ui/Screen';
import { useStore } from '../shell/stores';
import { useMe } from '../shell/useMe';
import { PartnerCard } from './PartnerCard';

/** `notice`: what one should know before one leaves. */
export function Mine({ notice }: { notice: ReactNode }) {
  const { t } = useTranslation('phone-shop');
  const { me, isResident } = useMe();
  const { store, change } = useStore();
  return (
    <Screen title={t('mine')}>
      {notice}
      <section className="card">
        <h2>{me.name}</h2>
        <p className="soft">{me.community_name}</p>
        <div className="row">
          <span>{t('store', { name: store.name })}</span>
          {change && <Button onClick={change}>{t('change')}</Button>}
        </div>
      </section>
      {me.partner_ids.map((id) => (
        <PartnerCard key={id} id={id} />
      ))}
      {me.partner_ids.length === 0 && (
        <Link to="/till/offers" className="button" data-wide>
          {t('offers.open')}
        </Link>
      )}
      {isResident && (
        <Link to="/" className="button" data-wide>
          {t('resident')}
        </Link>
      )}
      <Link to="/me" className="button" data-wide>
        {t('settings')}
      </Link>
    </Screen>
  );
}
