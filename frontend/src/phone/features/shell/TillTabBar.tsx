/** The tabs of the till. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import { tillTabs } from './tillTabs';

export function TillTabBar() {
  const { t } = useTranslation('phone-till');
  return (
    <nav className="tabs" aria-label={t('tabs.label')}>
      <ul>
        {tillTabs.map((tab) => (
          <li key={tab.to}>
            <Link to={tab.to} activeOptions={{ exact: tab.to === '/till', includeSearch: false }}>
              <Icon sign={tab.sign} />
              {t(`tabs.${tab.label}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
