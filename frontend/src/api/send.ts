/** How a request is sent: with the access token, with an idempotency key for commands, and again after the token was renewed. */

import { ask } from './ask';
import { isPassing, isProblem } from './problem';
import { session } from './session';

/** Keys of commands that nobody has answered yet: the same command again is the same request to the server. */
const unanswered = new Map<string, string>();

/** A name of the caller's own for a request. */
export const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

export async function send(request: Request): Promise<Response> {
  const command = request.method === 'GET' ? undefined : await nameOf(request);
  if (command !== undefined && !request.headers.has('Idempotency-Key')) {
    const key = unanswered.get(command) ?? newKey();
    unanswered.set(command, key);
    request.headers.set('Idempotency-Key', key);
  }
  const answer = await authorized(request);
  // Only a word that settles the matter frees the key: until then the command may be, or have been, carried out.
  if (command !== undefined && (await isSettled(answer))) unanswered.delete(command);
  return answer;
}

async function authorized(request: Request): Promise<Response> {
  const again = request.clone();
  const answer = await ask(withToken(request));
  const foreign = session.token() === undefined || request.url.includes('/api/v1/sessions');
  if (answer.status !== 401 || foreign || !(await session.renew())) return answer;
  return ask(withToken(again));
}

function withToken(request: Request): Request {
  const token = session.token();
  if (token !== undefined) request.headers.set('Authorization', `Bearer ${token}`);
  return request;
}

async function isSettled(answer: Response): Promise<boolean> {
  if (answer.ok) return true;
  const said: unknown = await answer
    .clone()
    .json()
    .catch(() => undefined);
  // What is no problem of the server's comes from something between.
  return isProblem(said) && !isPassing(said);
}

async function nameOf(request: Request): Promise<string> {
  const bytes = await request.clone().arrayBuffer();
  const digest = await digestOf(bytes);
  return `${request.method} ${request.url} ${digest}`;
}

async function digestOf(bytes: ArrayBuffer): Promise<string> {
  // Without a secure context there is no digest: the text itself names the request.
  if (crypto.subtle === undefined) return new TextDecoder().decode(bytes);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16)).join('');
}
