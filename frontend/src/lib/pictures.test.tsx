/** Pictures: asked for once, and not before they come into view. */

import { QueryClientProvider, useMutation } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw/http';
import { afterEach, expect, it, vi } from 'vitest';
import { server } from '@/testing/server';
import { usePicture, useSeen } from './pictures';
import { newQueryClient } from './queries';

let asked = 0;

function Small() {
  const [place, seen] = useSeen<HTMLSpanElement>();
  const address = usePicture('umbrella', 'thumbnail', seen);
  const command = useMutation({ mutationFn: async () => 'done' });
  return (
    <span ref={place}>
      {address !== undefined && <img src={address} alt="雨伞" />}
      <button type="button" onClick={() => command.mutate()}>
        {command.data ?? 'order'}
      </button>
    </span>
  );
}

function shown() {
  asked = 0;
  server.use(
    http.get('*/api/v1/photos/umbrella/thumbnail', () => {
      asked += 1;
      return new HttpResponse('jpeg');
    }),
  );
  render(
    <QueryClientProvider client={newQueryClient()}>
      <Small />
      <Small />
    </QueryClientProvider>,
  );
}

afterEach(() => vi.unstubAllGlobals());

it('is fetched once for all places, and not again after a command', async () => {
  vi.stubGlobal('IntersectionObserver', undefined);
  shown();
  expect(await screen.findAllByAltText('雨伞')).toHaveLength(2);
  act(() => screen.getAllByRole('button', { name: 'order' })[0]?.click());
  expect(await screen.findByRole('button', { name: 'done' })).toBeInTheDocument();
  expect(asked).toBe(1);
});

it('is not fetched before it comes near the screen', async () => {
  const comes: ((entries: { isIntersecting: boolean }[]) => void)[] = [];
  class Observer {
    constructor(tell: (entries: { isIntersecting: boolean }[]) => void) {
      comes.push(tell);
    }
    observe() {}
    disconnect() {}
  }
  vi.stubGlobal('IntersectionObserver', Observer);
  shown();
  act(() => comes[0]?.([{ isIntersecting: false }]));
  await new Promise((done) => setTimeout(done, 20));
  expect(asked).toBe(0);
  act(() => comes[0]?.([{ isIntersecting: true }]));
  expect(await screen.findAllByAltText('雨伞')).toHaveLength(2);
  expect(asked).toBe(1);
});
