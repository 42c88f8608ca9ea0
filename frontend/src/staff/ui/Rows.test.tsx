/** The same rows as a table and as cards. */

import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Rows, type RowsProps } from './Rows';
import { Theme } from './Theme';

const room = vi.hoisted(() => ({ wide: true }));
vi.mock('./useWide', () => ({ useWide: () => room.wide }));

beforeEach(() => {
  room.wide = true;
});

interface Team {
  id: string;
  name: string;
  leader: { name: string } | null;
  members: number;
  children?: Team[];
}

const team = (id: string, name: string, more: Partial<Team> = {}): Team => ({
  id,
  name,
  leader: { name: `${name}队长` },
  members: 12,
  ...more,
});

const columns: RowsProps<Team>['columns'] = [
  { title: '队伍', dataIndex: 'name' },
  { key: 'actions', title: '操作', render: (_, { name }) => <button type="button">修改{name}</button> },
  { title: '队长', dataIndex: ['leader', 'name'] },
  { title: '人数', dataIndex: 'members', className: 'number', render: (members: number) => `${members} 人` },
];

const show = (rows: Team[], props: Partial<RowsProps<Team>> = {}) =>
  render(
    <Theme>
      <Rows<Team> rowKey="id" columns={columns} rows={rows} {...props} />
    </Theme>,
  );

test('where there is room, rows are a table', () => {
  show([team('1', '敲门队')]);
  expect(screen.getByRole('table')).toBeVisible();
  expect(screen.getByRole('columnheader', { name: '队长' })).toBeVisible();
  expect(screen.getByRole('cell', { name: '12 人' })).toBeVisible();
});

test('a table of a tree shows what is below', () => {
  show([team('1', '敲门队', { children: [team('2', '小分队')] })], { expandable: { defaultExpandAllRows: true } });
  expect(screen.getByRole('row', { name: /小分队/ })).toBeVisible();
});

test('of many rows, a table shows as many as it is told to', async () => {
  show([team('1', '敲门队'), team('2', '巡逻队')], { pageSize: 1 });
  expect(screen.queryByText('巡逻队')).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('listitem', { name: '2' }));
  expect(screen.getByText('巡逻队')).toBeVisible();
});

test('an empty table says what to do next', () => {
  show([], { empty: '还没有队伍' });
  expect(screen.getByText('还没有队伍')).toBeVisible();
});

test('while rows come, nobody is told that there are none', () => {
  show([], { empty: '还没有队伍', loading: true });
  expect(screen.queryByText('还没有队伍')).not.toBeInTheDocument();
});

describe('where there is no room', () => {
  beforeEach(() => {
    room.wide = false;
  });

  test('a column that is to be filled in on paper has nothing to say', () => {
    show([team('1', '敲门队')], { columns: [...(columns ?? []), { title: '签名' }] });
    expect(screen.getByText('签名').nextElementSibling).toBeEmptyDOMElement();
  });

  test('each row is a card: its name, then line by line, its buttons last', () => {
    show([team('1', '敲门队'), team('2', '巡逻队', { leader: null })]);
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    const [first, second] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent(/^敲门队队长敲门队队长人数12 人修改敲门队$/);
    expect(within(first as HTMLElement).getByText('12 人')).toHaveClass('number');
    expect(second).toHaveTextContent(/^巡逻队队长人数12 人修改巡逻队$/);
  });

  test('what a row has below it opens and closes in its card', async () => {
    const expandable = { columnTitle: '店员', expandedRowRender: ({ id }: Team) => `第 ${id} 队的店员` };
    show([team('1', '敲门队'), team('2', '巡逻队')], { expandable });
    const button = within(screen.getAllByRole('listitem')[1] as HTMLElement).getByRole('button', { name: '店员' });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(button);
    expect(screen.getByText('第 2 队的店员')).toBeVisible();
    expect(screen.queryByText('第 1 队的店员')).not.toBeInTheDocument();
    await userEvent.click(button);
    expect(screen.queryByText('第 2 队的店员')).not.toBeInTheDocument();
  });

  test('cards of a tree lie in each other', () => {
    show([team('1', '敲门队', { children: [team('2', '小分队')] })]);
    const [outer] = screen.getAllByRole('listitem');
    expect(within(outer as HTMLElement).getByRole('listitem')).toHaveTextContent('小分队');
  });

  test('of many rows, cards show as many as a table would', async () => {
    show([team('1', '敲门队'), team('2', '巡逻队')], { pageSize: 1 });
    expect(screen.queryByText('巡逻队')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('listitem', { name: '2' }));
    expect(screen.getByText('巡逻队')).toBeVisible();
    expect(screen.queryByText('敲门队')).not.toBeInTheDocument();
  });

  test('no cards say what to do next', () => {
    show([], { empty: '还没有队伍' });
    expect(screen.getByText('还没有队伍')).toBeVisible();
  });

  test('while cards come, nobody is told that there are none', () => {
    show([], { empty: '还没有队伍', loading: true });
    expect(screen.queryByText('还没有队伍')).not.toBeInTheDocument();
  });
});
