/** Teams as a tree. */

import { expect, it } from 'vitest';
import type { Team } from '@/api';
import { treeOf } from './tree';

const team = (id: string, kind: Team['kind'], parent_id: string | null): Team => ({
  id,
  kind,
  parent_id,
  name: id,
  purpose: '',
  state: 'active',
  founded_on: '2026-09-17',
  members: 1,
  leaders: [],
});

it('puts each team below the one it belongs to, whatever the order', () => {
  const tree = treeOf([
    team('修伞', 'derived', '互助'),
    team('互助', 'core', '小天使'),
    team('小天使', 'agency', null),
  ]);
  expect(tree.map(({ id }) => id)).toEqual(['小天使']);
  expect(tree[0]?.children?.[0]?.children?.map(({ id }) => id)).toEqual(['修伞']);
  expect(tree[0]?.children?.[0]?.children?.[0]).not.toHaveProperty('children');
});
