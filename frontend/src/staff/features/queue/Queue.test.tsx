import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw/http';
import { beforeEach, expect, test, vi } from 'vitest';
import { nullable, object, string } from 'zod/mini';
import { server } from '@/testing/server';
import { Queue } from './Queue';
import { shown } from './testing';

const roles = vi.hoisted(() => ({ isDesk: true, isAdministrator: false, isOffice: true }));
vi.mock('../shell/useMe', () => ({ useMe: () => roles }));

const claim = (id: string, name: string) => ({
  id,
  resident_id: `r${id}`,
  resident_name: name,
  rule_code: 'CLEAN',
  rule_title: '清洁家园',
  description: '扫楼道',
  state: 'submitted',
  submitted_at: '2026-11-11T11:00:00Z',
});

const Review = object({ verdict: string(), note: nullable(string()) });

let waiting = [claim('1', '唐敏'), claim('2', '王慧'), claim('3', '李静')];

beforeEach(() => {
  waiting = [claim('1', '唐敏'), claim('2', '王慧'), claim('3', '李静')];
  server.use(
    http.get('*/api/v1/claims', () => HttpResponse.json({ items: waiting })),
    http.get('*/api/v1/*', () => HttpResponse.json({ items: [] })),
  );
});

const reviews: { id: string; verdict: string; note: string | null }[] = [];
beforeEach(() => {
  reviews.length = 0;
  server.use(
    http.post('*/api/v1/claims/:id/reviews', async ({ params, request }) => {
      const { verdict, note } = Review.parse(await request.json());
      const id = String(params.id);
      if (id === '2') {
        const problem = { kind: 'reviewer-in-household', status: 409, title: '同户', detail: '不能审核同户家人的申报' };
        return HttpResponse.json(problem, { status: 409 });
      }
      reviews.push({ id, verdict, note });
      waiting = waiting.filter((one) => one.id !== id);
      return HttpResponse.json({});
    }),
  );
});

const queue = () => shown((search, onSearch) => <Queue search={search} onSearch={onSearch} claimShown={() => null} />);
const current = () => screen.getByRole('heading', { level: 2 }).textContent;

test('keys go down and up the list, and A approves what is shown', async () => {
  queue();
  const user = userEvent.setup();
  await screen.findByRole('list', { name: '待办列表' });
  expect(current()).toContain('唐敏');
  await user.keyboard('jj');
  expect(current()).toContain('李静');
  await user.keyboard('a');
  await waitFor(() => expect(reviews).toEqual([{ id: '3', verdict: 'accept', note: null }]));
});

test('what the server says against it stands beside the thing', async () => {
  queue();
  const user = userEvent.setup();
  await screen.findByRole('list', { name: '待办列表' });
  await user.keyboard('j');
  await user.click(screen.getByRole('button', { name: '通过' }));
  expect(await screen.findByText('不能审核同户家人的申报')).toBeVisible();
  expect(reviews).toEqual([]);
});

test('R asks for a reason, and keys are letters while it is written', async () => {
  queue();
  const user = userEvent.setup();
  await screen.findByRole('list', { name: '待办列表' });
  await user.keyboard('r');
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText('说明'), 'ja请补照片');
  await user.click(within(dialog).getByRole('button', { name: '退回补充' }));
  await waitFor(() => expect(reviews).toEqual([{ id: '1', verdict: 'return', note: 'ja请补照片' }]));
});

test('several are approved one after another, with what became of each', async () => {
  queue();
  const user = userEvent.setup();
  await user.click(await screen.findByRole('checkbox', { name: '全选' }));
  await user.click(screen.getByRole('button', { name: '通过所选（3）' }));
  expect(await screen.findByText('办成 2 件，未办成 1 件')).toBeInTheDocument();
  expect(reviews.map(({ id }) => id)).toEqual(['1', '3']);
});

test('when a kind could not be asked for, nobody is told that nothing waits', async () => {
  waiting = [];
  server.use(
    http.get('*/api/v1/no-show-appeals', () =>
      HttpResponse.json({ kind: 'unavailable', status: 503 }, { status: 503 }),
    ),
  );
  queue();
  expect(await screen.findByRole('button', { name: '重试' })).toBeVisible();
  expect(screen.queryByText('没有待办事项了，辛苦了')).not.toBeInTheDocument();
});
