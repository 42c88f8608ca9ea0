/** The menu of the desk: what there is, in groups, and for whom. */

import type { LinkProps } from '@tanstack/react-router';

/** Who sees an entry: the desk and social workers, the desk, administrators. */
type For = 'office' | 'desk' | 'administrator';

export interface Entry {
  to: NonNullable<LinkProps['to']>;
  label: 'home' | 'residents' | 'households' | 'buildings' | 'imports' | 'teams' | 'activities' | 'no_shows' | 'pacts';
  for: For;
}

export interface Group {
  label: 'people' | 'volunteers';
  entries: Entry[];
}

export const home: Entry = { to: '/', label: 'home', for: 'office' };

export const groups: Group[] = [
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
];
