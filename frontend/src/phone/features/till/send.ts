/** Sends an attempt under its own key and says what came of it. Only a word of the server's own settles the matter. */

import { api, isProblem } from '@/api';
import { type Attempt, type Event, eventOf } from './attempt';

/** A cashier does not wait longer: then it is unknown, and asked again. */
const PATIENCE_MS = 10_000;

export async function send({ key, asked }: Attempt): Promise<Event> {
  try {
    return await answerTo(asked, { headers: { 'Idempotency-Key': key }, signal: over(PATIENCE_MS) });
  } catch {
    return { event: 'silence' };
  }
}

async function answerTo(asked: Attempt['asked'], init: { headers: HeadersInit; signal: AbortSignal }): Promise<Event> {
  if ('one' in asked) {
    const { data, error } = await api.POST('/api/v1/confirmations', { body: asked.one, ...init });
    return data === undefined ? noOf(error) : { event: 'done', results: [{ confirmation: data }] };
  }
  const { data, error } = await api.POST('/api/v1/confirmations/batch', { body: asked.many, ...init });
  return data === undefined ? noOf(error) : { event: 'done', results: data.items };
}

/** Something between us and the server may answer too, but not with a problem of ours. */
const noOf = (error: unknown): Event => (isProblem(error) ? eventOf(error) : { event: 'silence' });

/** Old browsers of cheap phones have no `AbortSignal.timeout`. */
function over(ms: number): AbortSignal {
  const patience = new AbortController();
  setTimeout(() => patience.abort(), ms);
  return patience.signal;
}
