import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw/http';
import { expect, test } from 'vitest';
import { server } from '@/testing/server';
import { showAtDesk } from '../../testing/showAtDesk';
import { Waiting } from './Waiting';

const none = { claims: 0, memberships: 0, activities: 0, rosters: 0, pacts: 0, no_shows: 0 };
const notTold = { adjustments: null, statements: null, signals: null, orders_held: null, orders_ready: null };

const answer = (waiting: object) => server.use(http.get('*/api/v1/waiting', () => HttpResponse.json(waiting)));

test('what waits leads to its rows, and what does not wait takes no place', async () => {
  answer({ ...none, ...notTold, claims: 1_234, orders_held: 3 });
  await showAtDesk(<Waiting />);
  expect(await screen.findByRole('link', { name: /待审核申报.*1,234/ })).toHaveAttribute('href', '/queue?kind=claims');
  expect(screen.getByRole('link', { name: /待备货兑换单.*3/ })).toHaveAttribute('href', '/orders?state=held');
  expect(screen.getAllByRole('link')).toHaveLength(2);
});

test('when nothing waits, that is said', async () => {
  answer({ ...none, ...notTold });
  await showAtDesk(<Waiting />);
  expect(await screen.findByText('没有待办事项，辛苦了')).toBeVisible();
});

test('when no count came, nobody is told that nothing waits', async () => {
  server.use(
    http.get('*/api/v1/waiting', () => HttpResponse.json({ kind: 'unavailable', status: 503 }, { status: 503 })),
  );
  await showAtDesk(<Waiting />);
  expect(await screen.findByRole('button', { name: '重试' })).toBeVisible();
  expect(screen.queryByText(/没有待办/)).not.toBeInTheDocument();
});
