import { expect, test } from 'vitest';
import { linesOf } from './linesOf';

test('what stayed the same is left out, also deep inside', () => {
  const before = { name: '普安社区', watch: { burst_count: 8, pair_days: 14 } };
  const after = { name: '普安社区', watch: { burst_count: 10, pair_days: 14 } };
  expect(linesOf(before, after)).toEqual([{ field: 'watch.burst_count', before: '8', after: '10' }]);
});

test('of a thing that came to be, everything is new', () => {
  expect(linesOf(null, { name: '张', phones: ['1', '2'] })).toEqual([
    { field: 'name', before: '', after: '张' },
    { field: 'phones[0]', before: '', after: '1' },
    { field: 'phones[1]', before: '', after: '2' },
  ]);
});

test('a list that was all there is, is shown by places', () => {
  expect(linesOf([{ points: 1 }], [{ points: 2 }])).toEqual([{ field: '[0].points', before: '1', after: '2' }]);
});
