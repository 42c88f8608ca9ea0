/** The main menu: links, in groups, of what the person may see. */

import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { scrollWithin } from '../../ui/scrollWithin';
import { type Entry, groups, home } from './menu';
import { useMe } from './useMe';

export function MainMenu({ onChosen }: { onChosen?: () => void }) {
  const { t } = useTranslation('staff');
  const { isAdministrator, isDesk, isOffice } = useMe();
  const { pathname } = useLocation();
  const may = { administrator: isAdministrator, desk: isDesk, office: isOffice };
  const shown = groups
    .map((group) => ({ ...group, entries: group.entries.filter((entry) => may[entry.for]) }))
    .filter(({ entries }) => entries.length > 0);
  const menu = useRef<HTMLElement>(null);
  // The menu is longer than some screens are high.
  // biome-ignore lint/correctness/useExhaustiveDependencies: which entry is current changes with the address
  useEffect(() => scrollWithin(menu.current), [pathname]);
  const item = ({ to, label }: Entry) => (
    <li key={to}>
      <Link to={to} activeOptions={{ exact: to === home.to, includeSearch: false }} onClick={onChosen}>
        {t(`menu.${label}`)}
      </Link>
    </li>
  );
  return (
    <nav ref={menu} className="menu" aria-label={t('menu.main')}>
      <ul>{item(home)}</ul>
      {shown.map(({ label, entries }) => (
        <section key={label}>
          <div id={`menu-${label}`}>{t(`menu.${label}`)}</div>
          <ul aria-labelledby={`menu-${label}`}>{entries.map(item)}</ul>
        </section>
      ))}
    </nav>
  );
}
