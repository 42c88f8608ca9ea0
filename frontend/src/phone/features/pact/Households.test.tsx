import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw/http';
import { expect, it } from 'vitest';
import type { Pact, PactChange, PactLine } from '@/api';
import { server } from '@/testing/server';
import { show } from '../../testing/show';
import { Households } from './Households';

const PACT = '*/api/v1/buildings/b1/pact';
const PAGE = 200;

const pact: Pact = {
  building_id: 'b1',
  estate: '江南花山郡',
  building_name: '1栋',
  month: '2026-11',
  households: 500,
  kept: 0,
  not_kept: 1,
};

const lines: PactLine[] = Array.from({ length: 500 }, (_, at) => ({
  household_id: `h${at}`,
  door: `${at}`,
  reversed: false,
  ...(at === 250 && { kept: false }),
}));

const pageAt = (start: number) => ({
  items: lines.slice(start, start + PAGE),
  next_cursor: start + PAGE < lines.length ? `${start + PAGE}` : null,
});

const startOf = (url: string) => Number(new URL(url).searchParams.get('cursor') ?? 0);

it('marks all others of a building that is longer than a page', async () => {
  const sent: PactChange[] = [];
  server.use(
    http.get(PACT, ({ request }) => HttpResponse.json(pageAt(startOf(request.url)))),
    http.patch<never, PactChange>(PACT, async ({ request }) => {
      sent.push(await request.json());
      return HttpResponse.json(pact);
    }),
  );
  show(<Households pact={pact} />);
  const rest = await screen.findByText('其余 499 户都记为守约');
  await userEvent.click(rest);
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: rest.textContent }));
  expect(await screen.findByText('已登记')).toBeVisible();
  const others = lines.filter((line) => line.kept === undefined);
  expect(sent[0]?.marks).toEqual(others.map(({ household_id }) => ({ household_id, kept: true })));
});

it('does not take a part of the building for all others', async () => {
  server.use(
    http.get(PACT, ({ request }) =>
      startOf(request.url) === 0
        ? HttpResponse.json(pageAt(0))
        : HttpResponse.json({ kind: 'unavailable', status: 503, title: '', title_en: '' }, { status: 503 }),
    ),
  );
  show(<Households pact={pact} />);
  expect(await screen.findByRole('button', { name: '重试' })).toBeVisible();
  expect(screen.queryByRole('button', { name: /其余/ })).toBeNull();
});
