import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw/http';
import { beforeEach, expect, test, vi } from 'vitest';
import { server } from '@/testing/server';
import { showAtDesk } from '../../testing/showAtDesk';
import { Figures } from './Figures';

// Drawing needs a browser that lays things out; the table has the same numbers.
vi.mock('./Charts', () => ({ default: () => null }));

const figure = (value: number, before: number) => ({ value, before });
const flow = (posted: number, reversed: number, before: number) => ({
  value: posted - reversed,
  before,
  posted,
  reversed,
});
const answer = {
  period: { from: '2026-10-01', until: '2026-10-31' },
  before: { from: '2026-09-01', until: '2026-09-30' },
  registered: 15_000,
  participants: figure(3_600, 3_000),
  active_teams: figure(19, 20),
  activities: figure(76, 76),
  volunteer_minutes: figure(90, 0),
  issued: flow(40, 18, 8),
  spent: flow(25, 5, 7),
  lapsed: flow(0, 0, 0),
  lapsing: { points: 22, until: '2027-02-23' },
  services: figure(228, 211),
  by: 'month',
  steps: [{ from: '2026-10-01', until: '2026-10-31', participants: 3_600, issued: 22, spent: 20, services: 228 }],
};

let asked: URL[] = [];
beforeEach(() => {
  asked = [];
  server.use(
    http.get('*/api/v1/figures', ({ request }) => {
      asked.push(new URL(request.url));
      return HttpResponse.json(answer);
    }),
  );
});

const card = (name: string) => {
  const found = screen.getByText(name).closest('.ant-card');
  if (!(found instanceof HTMLElement)) throw new Error(`no card ${name}`);
  return within(found);
};

test('each figure says how it changed, and leads to its rows', async () => {
  await showAtDesk(<Figures search={{ period: 'last_month' }} onSearch={() => undefined} />);
  expect(await screen.findByText('2026/10/01–2026/10/31，与前期 2026/09/01–2026/09/30 相比')).toBeVisible();
  const participation = card('居民参与率');
  expect(participation.getByText('24%')).toBeVisible();
  expect(participation.getByText('3,600 / 15,000 人')).toBeVisible();
  expect(participation.getByText('比前期多 600（+20%）')).toBeVisible();
  expect(participation.getByRole('link')).toHaveAttribute(
    'href',
    expect.stringMatching(/\/residents\?state=active&from=2026-10-01&until=2026-10-31$/),
  );
  expect(card('活跃队伍').getByText('比前期少 1（−5%）')).toBeVisible();
  expect(card('开展活动').getByText('与前期持平')).toBeVisible();
  expect(card('服务时长（小时）').getByText('比前期多 1.5')).toBeVisible();
  expect(card('90 天内到期积分').getByRole('link')).toHaveAttribute(
    'href',
    expect.stringMatching(/\/residents\?lapsing_until=2027-02-23$/),
  );
});

test('how a figure is counted is reached by keyboard', async () => {
  await showAtDesk(<Figures search={{}} onSearch={() => undefined} />);
  const user = userEvent.setup();
  (await screen.findByRole('button', { name: '发放积分怎么算' })).focus();
  await user.keyboard('{Enter}');
  expect(await screen.findByText('得分 40 − 冲正 18 ＝ 22 分')).toBeInTheDocument();
});

test('the numbers of the charts stand in a table', async () => {
  await showAtDesk(<Figures search={{}} onSearch={() => undefined} />);
  const row = await screen.findByRole('row', { name: /2026 年 10 月/ });
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toEqual(['3,600', '22', '20', '228']);
});

test('the period stands in the address', async () => {
  const onSearch = vi.fn();
  await showAtDesk(
    <Figures search={{ period: 'days', from: '2026-10-02', until: '2026-10-09' }} onSearch={onSearch} />,
  );
  await screen.findByText('居民参与率');
  expect(asked.map((url) => url.search)).toEqual(['?from=2026-10-02&until=2026-10-09']);
  await userEvent.setup().click(screen.getByRole('button', { name: '上月' }));
  expect(onSearch).toHaveBeenCalledWith({ period: 'last_month' });
});

test('what the server says against a period stands in the place of the figures', async () => {
  server.use(
    http.get('*/api/v1/figures', () =>
      HttpResponse.json(
        { kind: 'invalid-input', status: 422, title: '填写有误', detail: '一次最多看 366 天' },
        { status: 422 },
      ),
    ),
  );
  await showAtDesk(<Figures search={{}} onSearch={() => undefined} />);
  expect(await screen.findByText('一次最多看 366 天')).toBeVisible();
  expect(screen.queryByText('居民参与率')).not.toBeInTheDocument();
});
