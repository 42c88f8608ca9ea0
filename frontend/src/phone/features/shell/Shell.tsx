/** Around every screen of somebody who is signed in: the tabs at the bottom. */

import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export function Shell() {
  const { t } = useTranslation('phone');
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
