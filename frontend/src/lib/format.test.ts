import i18n from 'i18next';
import { expect, it } from 'vitest';
import { civilDayOf, dayOf, fen, grouped, moment, signed, span, spokenMonth, spokenUntil, until, yuan } from './format';

it('shows times on the clocks of the community, whatever the device says', () => {
  expect(moment('2026-02-28T16:30:00Z')).toBe('2026/03/01 00:30');
});

it('writes days in numbers with the year first in every language', async () => {
  await i18n.changeLanguage('en');
  expect([dayOf('2026-07-12T01:00:00Z'), moment('2026-07-12T01:00:00Z')]).toEqual(['2026/07/12', '2026/07/12, 09:00']);
  await i18n.changeLanguage('zh-CN');
});

it('says the day once of a span that ends on it', () => {
  expect(span('2026-03-01T01:00:00Z', '2026-03-01T03:30:00Z')).toBe('2026/03/01 09:00–11:30');
  expect(span('2026-03-01T01:00:00Z', '2026-03-02T03:30:00Z')).toBe('2026/03/01 09:00–2026/03/02 11:30');
});

it('knows the civil day of a moment', () => {
  expect(civilDayOf('2026-02-28T16:30:00Z')).toBe('2026-03-01');
});

it('names the last day of what is over at midnight, and the time of what is over within a day', () => {
  expect(until('2026-02-28T16:00:00Z')).toBe('2026/02/28');
  expect(until('2026-02-28T10:00:00Z')).toBe('2026/02/28 18:00');
  // Midnight on a clock in Greenwich is no end of a day here.
  expect(until('2026-03-01T00:00:00Z')).toBe('2026/03/01 08:00');
  expect(spokenUntil('2025-11-30T16:00:00Z')).toBe('2025年11月30日周日');
  expect(spokenUntil('2025-11-30T10:00:00Z')).toBe('2025年11月30日周日 18:00');
});

it('says a month', () => {
  expect(spokenMonth('2026-03')).toBe('2026年3月');
});

it.each([
  ['60', 6000],
  ['60.5', 6050],
  [' 0.05 ', 5],
  ['19.99', 1999],
])('reads %s yuan as %i fen', (typed, expected) => {
  expect(fen(typed)).toBe(expected);
});

it.each(['', '-1', '1.234', '1e3', '１２', '12.', '99999999'])('does not take %s for money', (typed) => {
  expect(fen(typed)).toBeUndefined();
});

it('writes money, changes and codes as people read them', () => {
  expect([yuan(4000), signed(3), signed(-1200), grouped('7G2K9QXM')]).toEqual(['¥40.00', '+3', '−1,200', '7G2K 9QXM']);
});
