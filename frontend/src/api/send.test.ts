import { HttpResponse, http } from 'msw/http';
import { expect, it } from 'vitest';
import { server } from '@/testing/server';
import { api } from './index';
import { session } from './session';

const GIFTS = 'http://linli.test/api/v1/gifts';
const gift = { to_card_code: 'NA6VA8C8', points: 5 };

/** Sends the same command so often; answers the keys that the server saw. */
async function keysOf(answers: (() => Response)[]): Promise<(string | null)[]> {
  const keys: (string | null)[] = [];
  server.use(
    http.post(GIFTS, ({ request }) => {
      keys.push(request.headers.get('Idempotency-Key'));
      return answers[keys.length - 1]?.();
    }),
  );
  for (const _ of answers) await api.POST('/api/v1/gifts', { body: gift as never }).catch(() => undefined);
  return keys;
}

it('sends a command that nobody answered with the same key again', async () => {
  const [first, second] = await keysOf([() => HttpResponse.error(), () => HttpResponse.json({}, { status: 201 })]);
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect(second).toBe(first);
});

const problem = (status: number, kind: string) => () => HttpResponse.json({ status, kind }, { status });

it.each([
  [503, 'unavailable'],
  [409, 'request-in-progress'],
  [408, 'request-timeout'],
  [429, 'too-many-requests'],
  [401, 'not-signed-in'],
])('keeps the key while a %i leaves open what became of it (%s)', async (status, kind) => {
  const [first, second] = await keysOf([problem(status, kind), () => HttpResponse.json({})]);
  expect(second).toBe(first);
});

it('keeps the key when something between answered in the place of the server', async () => {
  const [first, second] = await keysOf([
    () => new HttpResponse('<html>', { status: 404 }),
    () => HttpResponse.json({}),
  ]);
  expect(second).toBe(first);
});

it('takes a new key once the server has answered, even with a refusal', async () => {
  const [first, second] = await keysOf([problem(409, 'not-enough-points'), () => HttpResponse.json({})]);
  expect(second).not.toBe(first);
});

it('renews the token once for all who wait, and sends their requests again', async () => {
  let renewals = 0;
  session.begin({ access_token: 'old' });
  server.use(
    http.get('http://linli.test/api/v1/me', ({ request }) =>
      request.headers.get('Authorization') === 'Bearer new'
        ? HttpResponse.json({ name: '李晓敏' })
        : HttpResponse.json({}, { status: 401 }),
    ),
    http.post('http://linli.test/api/v1/sessions/refresh', () => {
      renewals += 1;
      return HttpResponse.json({ access_token: 'new' });
    }),
  );
  const answers = await Promise.all([api.GET('/api/v1/me'), api.GET('/api/v1/me')]);
  expect(answers.map(({ data }) => data?.name)).toEqual(['李晓敏', '李晓敏']);
  expect(renewals).toBe(1);
});
