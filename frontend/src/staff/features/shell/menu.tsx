/** The menu of the desk: what there is, in groups, and for whom. */

import type { LinkProps } from '@tanstack/react-router';
import type words from '@/i18n/zh-CN/staff.json';

/** Who sees an entry: the desk and social workers, the desk, administrators. */
type For = 'office' | 'desk' | 'administrator';

type MenuWord = keyof typeof words.menu;

export interface Entry {
  to: NonNullable<LinkProps['to']>;
  label: MenuWord;
  for: For;
}

export interface Group {
  label: MenuWord;
  entries: Entry[];
}

export const home: Entry = { to: '/', label: 'home', for: 'office' };

export const groups: Group[] = [
  {
    label: 'work',
    entries: [
      { to: '/queue', label: 'queue', for: 'office' },
      { to: '/claims', label: 'claims', for: 'office' },
    ],
  },
  {
    label: 'people',
    entries: [
      { to: '/residents', label: 'residents', for: 'office' },
      { to: '/households', label: 'households', for: 'office' },
      { to: '/buildings', label: 'buildings', for: 'office' },
      { to: '/imports', label: 'imports', for: 'desk' },
    ],
  },
  {
    label: 'volunteers',
    entries: [
      { to: '/teams', label: 'teams', for: 'office' },
      { to: '/activities', label: 'activities', for: 'office' },
      { to: '/no-shows', label: 'no_shows', for: 'office' },
      { to: '/pacts', label: 'pacts', for: 'office' },
    ],
  },
  {
    label: 'supermarket',
    entries: [
      { to: '/counter', label: 'counter', for: 'desk' },
      { to: '/orders', label: 'orders', for: 'desk' },
      { to: '/rewards', label: 'rewards', for: 'office' },
      { to: '/stocktakes', label: 'stocktakes', for: 'desk' },
      { to: '/wish-polls', label: 'wish_polls', for: 'office' },
    ],
  },
  {
    label: 'partners_group',
    entries: [
      { to: '/partners', label: 'partners', for: 'office' },
      { to: '/offers', label: 'offers', for: 'office' },
      { to: '/confirmations', label: 'confirmations', for: 'desk' },
      { to: '/statements', label: 'statements', for: 'desk' },
      { to: '/signals', label: 'signals', for: 'desk' },
    ],
  },
  {
    label: 'points',
    entries: [
      { to: '/rulebooks', label: 'rulebooks', for: 'office' },
      { to: '/transfers', label: 'transfers', for: 'desk' },
      { to: '/awards', label: 'awards', for: 'desk' },
      { to: '/adjustments', label: 'adjustments', for: 'desk' },
      { to: '/funds', label: 'funds', for: 'desk' },
      { to: '/seals', label: 'seals', for: 'desk' },
    ],
  },
  {
    label: 'office',
    entries: [
      { to: '/audit', label: 'audit', for: 'desk' },
      { to: '/settings', label: 'settings', for: 'office' },
      { to: '/users', label: 'users', for: 'administrator' },
      { to: '/password', label: 'password', for: 'office' },
    ],
  },
];
