/** Around every screen of somebody who is signed in: the tabs at the bottom, and a word when there is no network. */

import { Link, Outlet, useMatchRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import { NoNetwork } from './NoNetwork';
import { TillTabBar } from './TillTabBar';
import { tabs } from './tabs';
import { useMe } from './useMe';
import { badgeOf, useUnread } from './useUnread';

export function Shell() {
  const { t } = useTranslation('phone');
  const person = useMe();
  const isTill = useMatchRoute()({ to: '/till', fuzzy: true });
  if (isTill) {
    return (
      <>
        <NoNetwork />
        <Outlet />
        <TillTabBar />
      </>
    );
  }
  return (
    <>
      <NoNetwork />
      <Outlet />
      <nav className="tabs" aria-label={t('tabs.label')}>
        <ul>
          {tabs
            .filter((tab) => tab.isFor(person))
            .map((tab) => (
              <li key={tab.to}>
                <Link to={tab.to} activeOptions={{ exact: tab.to === '/', includeSearch: false }}>
                  <Icon sign={tab.sign} />
                  {t(`tabs.${tab.label}`)}
                  {tab.to === '/' && <Unread />}
                </Link>
              </li>
            ))}
        </ul>
      </nav>
    </>
  );
}

/** The notices are on the first screen: its tab says on all others that some are new. */
function Unread() {
  const { t } = useTranslation('phone');
  const unread = useUnread();
  if (unread === 0) return null;
  return (
    <>
      <span className="badge" aria-hidden="true">
        {badgeOf(unread)}
      </span>
      <span className="hidden">{t('tabs.unread', { unread })}</span>
    </>
  );
}
