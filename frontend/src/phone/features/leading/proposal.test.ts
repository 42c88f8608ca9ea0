import { expect, it } from 'vitest';
import type { Activity } from '@/api';
import { draftOf, endsNextDay, newDraft, proposalOf, shiftAfter } from './proposal';

const shift = { key: 0, day: '2026-12-05', from: '09:00', until: '11:30', capacity: '8' };
const draft = { ...newDraft(new Date('2026-11-30T01:00:00Z')), title: ' 清洁 ', place: '1栋', shifts: [shift] };

it('is sent in UTC, as the clocks of the community show it', () => {
  const { title, shifts } = proposalOf(draft);
  expect(title).toBe('清洁');
  expect(shifts).toEqual([{ starts_at: '2026-12-05T01:00:00.000Z', ends_at: '2026-12-05T03:30:00.000Z', capacity: 8 }]);
});

it('lasts into the next day when it ends earlier on the clock than it begins', () => {
  const night = { ...shift, from: '22:00', until: '01:00' };
  expect(endsNextDay(night)).toBe(true);
  expect(proposalOf({ ...draft, shifts: [night] }).shifts[0]?.ends_at).toBe('2026-12-05T17:00:00.000Z');
});

it('begins tomorrow unless somebody says otherwise', () => {
  expect(newDraft(new Date('2026-11-30T17:00:00Z')).shifts[0]?.day).toBe('2026-12-02');
});

it('has the next shift a week later, with a key of its own', () => {
  expect(shiftAfter([shift, { ...shift, key: 4, day: '2026-12-28' }])).toEqual({ ...shift, key: 5, day: '2027-01-04' });
});

it('comes back from the server as it was sent', () => {
  const activity = { ...proposalOf(draft), shifts: proposalOf(draft).shifts } as unknown as Activity;
  expect(draftOf(activity).shifts).toEqual([shift]);
});
