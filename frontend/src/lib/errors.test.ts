import { HttpResponse, http } from 'msw/http';
import { expect, it } from 'vitest';
import { api, session } from '@/api';
import { server } from '@/testing/server';
import { isOwnFault, troubleOf } from './errors';

const thrownBy = (work: () => Promise<unknown>) =>
  work().then(
    () => undefined,
    (error: unknown) => error,
  );

it('takes a network that fails for no connection, and never for a fault of the screen', async () => {
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.error()),
    http.post('*/api/v1/sessions/refresh', () => HttpResponse.error()),
  );
  for (const work of [() => api.GET('/api/v1/me'), session.restore]) {
    const error = await thrownBy(work);
    expect(error).toBeInstanceOf(Error);
    expect([troubleOf(error).kind, isOwnFault(error)]).toEqual(['no-connection', false]);
  }
});

it('takes what something between answers for no connection', async () => {
  server.use(http.post('*/api/v1/sessions/refresh', () => new HttpResponse('<html>', { status: 502 })));
  expect(isOwnFault(await thrownBy(session.restore))).toBe(false);
  expect([troubleOf('<html>').kind, isOwnFault('<html>')]).toEqual(['no-connection', false]);
});

it("does not take the server's no for a fault of the screen", () => {
  expect(isOwnFault({ kind: 'forbidden', status: 403, title: '', title_en: '' })).toBe(false);
});

it('takes a part of the application that did not come for no fault of it', () => {
  const payload = new TypeError('Failed to fetch dynamically imported module');
  dispatchEvent(Object.assign(new Event('vite:preloadError'), { payload }));
  expect(isOwnFault(payload)).toBe(false);
});

it('knows a screen that failed to be drawn', () => {
  expect(isOwnFault(new TypeError("Cannot read properties of undefined (reading 'name')"))).toBe(true);
});
