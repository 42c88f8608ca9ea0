/** Everything that waits, asked for kind by kind; what a role may not see is not asked for. */

import { $api } from '@/api';
import { useMe } from '../shell/useMe';
import { type Item, type Kind, kinds } from './items';

/** So many of a kind are shown at once; more come up as these are dealt with. */
const MOST = 100;

export function useQueue() {
  const { isDesk } = useMe();
  const limit = MOST;
  const desk = { enabled: isDesk };
  const claims = $api.useQuery('get', '/api/v1/claims', { params: { query: { waiting: true, limit } } });
  const adjustments = $api.useQuery(
    'get',
    '/api/v1/adjustments',
    { params: { query: { state: 'proposed', limit } } },
    desk,
  );
  const drafts = $api.useQuery('get', '/api/v1/activities', { params: { query: { state: 'draft', limit } } });
  const rosters = $api.useQuery('get', '/api/v1/activities', { params: { query: { state: 'closed', limit } } });
  const pacts = $api.useQuery('get', '/api/v1/pacts', { params: { query: { state: 'open', limit: 200 } } });
  const noShows = $api.useQuery('get', '/api/v1/no-show-appeals', { params: { query: { state: 'open', limit } } });
  const statements = $api.useQuery(
    'get',
    '/api/v1/statements',
    { params: { query: { state: 'disputed', limit } } },
    desk,
  );
  const signals = $api.useQuery('get', '/api/v1/signals', { params: { query: { state: 'open', limit } } }, desk);
  const requests = $api.useQuery('get', '/api/v1/memberships', {
    params: { query: { everybody: true, state: 'requested', limit } },
  });

  const waiting: Record<Kind, Item[]> = {
    claims: (claims.data?.items ?? []).map((what) => ({ kind: 'claims', id: what.id, since: what.submitted_at, what })),
    adjustments: (adjustments.data?.items ?? []).map((what) => ({
      kind: 'adjustments',
      id: what.id,
      since: what.proposed_at,
      what,
    })),
    memberships: (requests.data?.items ?? []).map((what) => ({
      kind: 'memberships',
      id: what.id,
      since: what.requested_at,
      what,
    })),
    activities: (drafts.data?.items ?? []).map((what) => ({
      kind: 'activities',
      id: what.id,
      since: what.created_at,
      what,
    })),
    rosters: (rosters.data?.items ?? []).map((what) => ({ kind: 'rosters', id: what.id, since: what.ends_at, what })),
    // Without an identifier nothing is recorded yet: then it waits for the block head.
    pacts: (pacts.data?.items ?? []).flatMap((what) =>
      typeof what.id === 'string' ? [{ kind: 'pacts' as const, id: what.id, since: undefined, what }] : [],
    ),
    no_shows: (noShows.data?.items ?? []).map((what) => ({
      kind: 'no_shows',
      id: what.id,
      since: what.appealed_at ?? what.marked_at,
      what,
    })),
    statements: (statements.data?.items ?? []).flatMap((what) =>
      typeof what.id === 'string'
        ? [{ kind: 'statements' as const, id: what.id, since: what.answered_at ?? undefined, what }]
        : [],
    ),
    signals: (signals.data?.items ?? []).map((what) => ({ kind: 'signals', id: what.id, since: what.found_at, what })),
  };
  const asked = [claims, drafts, rosters, pacts, noShows, requests];
  const queries = isDesk ? [...asked, adjustments, statements, signals] : asked;
  return {
    waiting,
    all: kinds.flatMap((kind) => waiting[kind]),
    loading: queries.some(({ data, error }) => data === undefined && !error),
    error: queries.find(({ error }) => error)?.error,
    retry: () => {
      for (const query of queries) void query.refetch();
    },
  };
}
