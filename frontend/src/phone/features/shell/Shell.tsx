/** Around every screen of somebody who is signed in: the tabs at the bottom. */

import { Link, Outlet, useMatchRoute } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TillTabBar } from './TillTabBar';

export function Shell() {
  const { t } = useTranslation('phone');
  const isTill = useMatchRoute()({ to: '/till', fuzzy: true });
  if (isTill) {
    return (
      <>
        <Outlet />
        <TillTabBar />
      </>
    );
  }
  return (
    <>
      <Outlet />
      <nav className="tabs" aria-label={t('tabs.label')}>
        <ul>
          <li>
            <Link to="/" activeOptions={{ exact: true }}>
              {t('tabs.home')}
            </Link>
          </li>
        </ul>
      </nav>
    </>
  );
}
