/** One's own: card, notices, password, language, large type, signing out. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { languages, speak } from '@/i18n';
import { listed } from '@/lib/format';
import { Check } from '../../ui/Check';
import { Choice } from '../../ui/Choice';
import { Screen } from '../../ui/Screen';
import { setLarge, useLarge } from '../shell/large';
import { useMe } from '../shell/useMe';
import { SignOut } from './SignOut';

export function Profile() {
  const { t, i18n } = useTranslation('phone-profile');
  const { me } = useMe();
  const large = useLarge();
  const isResident = me.resident_id != null;
  const language = languages.find((one) => one === i18n.language) ?? 'zh-CN';
  return (
    <Screen title={t('title')}>
      <section className="card">
        <h2>{me.name}</h2>
        <p className="soft">{me.community_name}</p>
        <p className="soft">{listed(me.roles.map((role) => t(`roles.${role}`)))}</p>
      </section>
      {isResident && (
        <ul className="rows">
          <li>
            <Link to="/me/card">{t('card')}</Link>
          </li>
          <li>
            <Link to="/points">{t('points')}</Link>
          </li>
          <li>
            <Link to="/vouchers">{t('vouchers')}</Link>
          </li>
          <li>
            <Link to="/orders">{t('orders')}</Link>
          </li>
          <li>
            <Link to="/notices">{t('notices')}</Link>
          </li>
        </ul>
      )}
      <section className="card">
        <Check asSwitch label={t('large')} checked={large} onChange={setLarge} />
        <Choice
          label={t('language')}
          value={language}
          onChange={(chosen) => void speak(chosen)}
          options={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
      </section>
      <Link to="/me/password" className="button" data-wide>
        {t('password.title')}
      </Link>
      <SignOut />
    </Screen>
  );
}
