/** What can wait for somebody at the desk, each kind with what can be done about it. */

import type { Activity, Adjustment, Claim, Membership, NoShow, Pact, Signal, Statement } from '@/api';

export type Verb = 'approve' | 'return' | 'refuse';

export type Item =
  | { kind: 'claims'; id: string; since: string; what: Claim }
  | { kind: 'adjustments'; id: string; since: string; what: Adjustment }
  | { kind: 'memberships'; id: string; since: string; what: Membership }
  | { kind: 'activities'; id: string; since: string; what: Activity }
  | { kind: 'rosters'; id: string; since: string; what: Activity }
  | { kind: 'pacts'; id: string; since: string | undefined; what: Pact }
  | { kind: 'no_shows'; id: string; since: string; what: NoShow }
  | { kind: 'statements'; id: string; since: string | undefined; what: Statement }
  | { kind: 'signals'; id: string; since: string; what: Signal };

export type Kind = Item['kind'];

export const kinds = [
  'claims',
  'adjustments',
  'memberships',
  'activities',
  'rosters',
  'pacts',
  'no_shows',
  'statements',
  'signals',
] as const satisfies Kind[];

type Way = { label: Label; note: boolean };
type Label =
  | 'accept'
  | 'return'
  | 'refuse'
  | 'confirm'
  | 'admit'
  | 'pass'
  | 'settle'
  | 'grant'
  | 'answer'
  | 'acted'
  | 'dismissed';

/** What each kind lets one do, what that is called, and whether it needs words. */
export const ways: Record<Kind, Partial<Record<Verb, Way>>> = {
  claims: {
    approve: { label: 'accept', note: false },
    return: { label: 'return', note: true },
    refuse: { label: 'refuse', note: true },
  },
  adjustments: { approve: { label: 'confirm', note: false }, refuse: { label: 'refuse', note: true } },
  memberships: { approve: { label: 'admit', note: false }, refuse: { label: 'refuse', note: false } },
  activities: { approve: { label: 'pass', note: false }, return: { label: 'return', note: true } },
  rosters: { approve: { label: 'settle', note: false } },
  pacts: { approve: { label: 'settle', note: false } },
  no_shows: { approve: { label: 'grant', note: true }, refuse: { label: 'refuse', note: true } },
  statements: { approve: { label: 'answer', note: true } },
  signals: { approve: { label: 'acted', note: true }, refuse: { label: 'dismissed', note: true } },
};

/** The page with all of it, at this desk. */
export function pageOf(item: Item): string {
  switch (item.kind) {
    case 'claims':
      return `/claims/${item.id}`;
    case 'adjustments':
      return '/adjustments';
    case 'memberships':
      return `/teams/${item.what.team_id}`;
    case 'activities':
    case 'rosters':
      return `/activities/${item.id}`;
    case 'pacts':
      return `/pacts/${item.what.building_id}`;
    case 'no_shows':
      return '/no-shows';
    case 'statements':
      return `/statements/${item.what.store_id}/${item.what.month}`;
    case 'signals':
      return `/signals/${item.id}`;
  }
}
