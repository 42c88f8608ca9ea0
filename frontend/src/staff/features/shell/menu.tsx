/** The menu of the desk: what there is, in groups, and for whom. */

import type { LinkProps } from '@tanstack/react-router';

/** Who sees an entry: the desk and social workers, the desk, administrators. */
type For = 'office' | 'desk' | 'administrator';

export interface Entry {
  to: NonNullable<LinkProps['to']>;
  label:
    | 'home'
    | 'residents'
    | 'queue'
    | 'claims'
    | 'rulebooks'
    | 'transfers'
    | 'awards'
    | 'adjustments'
    | 'funds'
    | 'seals'
    | 'audit'
    | 'settings'
    | 'users'
    | 'password';
  for: For;
}

export interface Group {
  label: 'work' | 'people' | 'points' | 'office';
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
  { label: 'people', entries: [{ to: '/residents', label: 'residents', for: 'office' }] },
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
