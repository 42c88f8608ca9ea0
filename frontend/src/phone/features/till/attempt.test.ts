import { expect, it } from 'vitest';
import type { Problem } from '@/api';
import { type Attempt, after, codesOf, type Event, eventOf, isOpen, waitOf } from './attempt';

const AT = '2026-03-01T01:00:00Z';
const NOW = Date.parse(AT) + 60_000;
const base = { key: 'k1', user: 'u1', asked: { one: { store_id: 's1', code: '7G2K9QXM' } }, at: AT };
const results = [{ refusal: { kind: 'voucher-used', detail: '已使用' } as const }];
const problem = (status: number, kind: Problem['kind']): Problem => ({
  type: `/problems/${kind}`,
  title: '',
  title_en: '',
  status,
  kind,
});
const used = problem(409, 'voucher-used');
const forbidden = problem(403, 'forbidden');

const sending: Attempt = { ...base, state: 'sending' };
const unknown: Attempt = { ...base, state: 'unknown', tries: 2 };
const asking: Attempt = { ...base, state: 'asking', tries: 2 };
const done: Attempt = { ...base, state: 'done', results, late: false };
const refused: Attempt = { ...base, state: 'refused', problem: used, late: false };
const lost: Attempt = { ...base, state: 'lost' };

const didIt: Event = { event: 'done', results };
const no: Event = { event: 'refused', problem: used };
const silence: Event = { event: 'silence' };
const shutOut: Event = { event: 'shut_out', problem: forbidden };
const ask: Event = { event: 'ask', now: NOW };

it.each<[Attempt, Event, Attempt]>([
  [sending, didIt, done],
  [sending, no, refused],
  [sending, silence, { ...base, state: 'unknown', tries: 1 }],
  [sending, shutOut, { ...base, state: 'refused', problem: forbidden, late: false }],
  [sending, ask, sending],
  [unknown, ask, asking],
  [unknown, didIt, unknown],
  [unknown, no, unknown],
  [unknown, silence, unknown],
  [unknown, shutOut, unknown],
  [asking, didIt, { ...done, late: true }],
  [asking, no, { ...refused, late: true }],
  [asking, silence, { ...base, state: 'unknown', tries: 3 }],
  [asking, shutOut, lost],
  [asking, ask, asking],
])('%o after %o', (before, event, then) => {
  expect(after(before, event)).toEqual(then);
});

it.each([done, refused, lost])('an attempt that has ended stays as it is: %o', (ended) => {
  for (const event of [didIt, no, silence, shutOut, ask]) expect(after(ended, event)).toBe(ended);
});

it('is not sent again once the server may have forgotten the key: that would be a new confirmation', () => {
  const sixDays = 6 * 24 * 3_600_000;
  expect(after(unknown, { event: 'ask', now: Date.parse(AT) + sixDays })).toEqual(asking);
  expect(after(unknown, { event: 'ask', now: Date.parse(AT) + sixDays + 1 })).toEqual(lost);
});

it.each<[number, Problem['kind'], Event['event']]>([
  [500, 'internal', 'silence'],
  [503, 'unavailable', 'silence'],
  [401, 'not-signed-in', 'silence'],
  [408, 'request-timeout', 'silence'],
  [429, 'too-many-requests', 'silence'],
  [409, 'request-in-progress', 'silence'],
  [409, 'voucher-used', 'refused'],
  [409, 'month-closed', 'refused'],
  [422, 'invalid-input', 'refused'],
  [403, 'forbidden', 'shut_out'],
  [422, 'idempotency-key-reused', 'shut_out'],
])('takes %i %s for %s', (status, kind, event) => {
  expect(eventOf(problem(status, kind)).event).toBe(event);
});

it('waits longer each time, but never longer than half a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 20].map(waitOf)).toEqual([1500, 3000, 6000, 12_000, 24_000, 30_000, 30_000]);
});

it('is open until the truth is known', () => {
  expect([sending, unknown, asking, done, refused, lost].map(isOpen)).toEqual([true, true, true, false, false, false]);
});

it('knows its codes, of one and of many', () => {
  const many = { many: { store_id: 's1', items: [{ code: 'A' }, { code: 'B' }] } };
  expect([codesOf(sending), codesOf({ ...sending, asked: many })]).toEqual([['7G2K9QXM'], ['A', 'B']]);
});
