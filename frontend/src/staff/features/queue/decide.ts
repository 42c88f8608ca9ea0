/** Carries out what somebody decided about a thing that waits; throws what the server says against it. */

import { api } from '@/api';
import type { Item, Verb } from './items';

type Answer = Promise<{ error?: unknown; response: Response }>;

export async function decide(item: Item, verb: Verb, note: string): Promise<void> {
  const { error, response } = await sent(item, verb, note);
  if (error !== undefined || !response.ok) throw error ?? new TypeError(`no word in an answer of ${response.status}`);
}

function sent(item: Item, verb: Verb, note: string): Answer {
  const params = { path: { id: item.id } };
  const approved = verb === 'approve';
  switch (item.kind) {
    case 'claims': {
      const verdict = approved ? 'accept' : verb;
      return api.POST('/api/v1/claims/{id}/reviews', { params, body: { verdict, note: note || null } });
    }
    case 'adjustments':
      if (approved) return api.POST('/api/v1/adjustments/{id}/confirm', { params });
      return api.POST('/api/v1/adjustments/{id}/refuse', { params, body: { reason: note } });
    case 'memberships':
      if (approved) return api.POST('/api/v1/memberships/{id}/approve', { params });
      return api.POST('/api/v1/memberships/{id}/refuse', { params });
    case 'activities':
      if (approved) return api.POST('/api/v1/activities/{id}/review', { params });
      return api.POST('/api/v1/activities/{id}/send-back', { params, body: { reason: note } });
    case 'rosters':
      return api.POST('/api/v1/activities/{id}/settle', { params });
    case 'pacts':
      return api.POST('/api/v1/pacts/{id}/settle', { params, body: {} });
    case 'no_shows': {
      const verdict = approved ? 'granted' : 'refused';
      return api.POST('/api/v1/no-shows/{id}/decide', { params, body: { verdict, note } });
    }
    case 'statements':
      return api.POST('/api/v1/statements/{id}/settle', { params, body: { note } });
    case 'signals': {
      const outcome = approved ? 'acted' : 'dismissed';
      return api.POST('/api/v1/signals/{id}/resolve', { params, body: { note, outcome } });
    }
  }
}
