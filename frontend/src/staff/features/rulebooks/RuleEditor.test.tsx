import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { HttpResponse, http } from 'msw/http';
import { expect, test, vi } from 'vitest';
import { newQueryClient } from '@/lib/queries';
import { server } from '@/testing/server';
import { Theme } from '../../ui/Theme';
import { RuleEditor } from './RuleEditor';

const rule = (code: string) => ({
  code,
  title: '平安巡逻',
  basis: 'hour',
  points: 2,
  levels: [],
  unit: 'resident',
  multipliers: [{ kind: 'night', from: '22:00', to: '06:00', percent: 200 }],
  caps: [{ period: 'day', per: 'resident', points: 8 }],
  budget: null,
  eligibility: { min_age: null, max_age: null, buildings: [], teams: [] },
  evidence: 'none',
  reviewers: { kind: 'one' },
  beneficiary_confirms: false,
  check: '队长',
});

const version = {
  id: 'v3',
  version: 3,
  title: '管理办法',
  in_force_from: null,
  book: { rules: [rule('CLEAN'), rule('PATROL')], caps: [], expiry: { kind: 'never' }, stars: [] },
};

const explanation = {
  rule_code: 'PATROL',
  rule_title: '平安巡逻',
  version: 3,
  basis: 'hour',
  unit: 'resident',
  rate: 2,
  minutes: 120,
  factors: [],
  computed: 4,
  awarded: 4,
  left: [],
};

function edit() {
  server.use(
    http.get('*/api/v1/rulebooks/v3', () => HttpResponse.json(version)),
    http.get('*/api/v1/*', () => HttpResponse.json({ items: [] })),
    http.post('*/api/v1/award-previews', () => HttpResponse.json({ points: 4, text: '每小时 2 分', explanation })),
  );
  const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });
  render(
    <QueryClientProvider client={newQueryClient()}>
      <RouterContextProvider router={router}>
        <Theme>
          <RuleEditor id="v3" code="PATROL" />
        </Theme>
      </RouterContextProvider>
    </QueryClientProvider>,
  );
}

test('a rule is saved in its place, the others as they were', async () => {
  const sent = vi.fn();
  server.use(
    http.patch('*/api/v1/rulebooks/v3', async ({ request }) => {
      sent(await request.json());
      return HttpResponse.json(version);
    }),
  );
  edit();
  const user = userEvent.setup();
  await user.clear(await screen.findByLabelText('每小时积分'));
  await user.type(screen.getByLabelText('每小时积分'), '3');
  await user.click(screen.getByRole('button', { name: '保存并试算' }));
  await vi.waitFor(() => expect(sent).toHaveBeenCalled());
  const { rules } = sent.mock.calls[0]?.[0].book ?? {};
  expect(rules[0]).toEqual(rule('CLEAN'));
  expect(rules[1]).toEqual({ ...rule('PATROL'), points: 3 });
});

test('what the server finds wrong with a rule stands at its field', async () => {
  const problem = {
    kind: 'invalid-input',
    status: 422,
    title: '填写有误',
    errors: [{ field: 'book.rules[1].code', detail: '代码已被另一条规则使用' }],
  };
  server.use(http.patch('*/api/v1/rulebooks/v3', () => HttpResponse.json(problem, { status: 422 })));
  edit();
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: '保存并试算' }));
  expect(await screen.findByText('代码已被另一条规则使用')).toBeInTheDocument();
  expect(screen.getByLabelText('代码')).toHaveAttribute('aria-invalid', 'true');
});

test('what a deed would earn stands beside the form', async () => {
  edit();
  expect(await screen.findByText('按规则可得 4 分')).toBeInTheDocument();
});
