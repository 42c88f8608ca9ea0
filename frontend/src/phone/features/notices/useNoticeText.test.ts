/** Every kind of notice in English, from its values; in Chinese the server's sentence. */

import { renderHook } from '@testing-library/react';
import i18n from 'i18next';
import { afterEach, expect, it } from 'vitest';
import type { NoticeContent } from '@/api';
import { useNoticeText } from './useNoticeText';

type Kind = NoticeContent['kind'];
type Values<K extends Kind> = Omit<Extract<NoticeContent, { kind: K }>, 'kind'>;

const claim = { claim_id: '1', rule_title: '清洁家园' };
const slot = { voucher_id: '1', offer_title: '书法课', on: '2026-12-05', reason: '老师请假' };
const service = { order_id: '1', reward_name: '义诊', on: '2026-12-06', reason: '下雨' };
const voucher = { voucher_id: '1', offer_title: '咖啡', reason: '停业' };
const missed = { no_show_id: '1', activity_title: '夜巡', year: 2026, absent: 3 };
const decided = { no_show_id: '1', activity_title: '夜巡', note: '当天住院' };
const activity = { activity_id: '1', activity_title: '议事会' };
const cut = { scope: 'household', period: 'day', cap: 6, used: 6 } as const;

const examples: { [K in Kind]: [Values<K>, string][] } = {
  points_lapse: [
    [{ lapses_on: '2026-12-31', points: 1 }, '1 point that lapses after 2026/12/31'],
    [{ lapses_on: '2026-12-31', points: 12 }, '12 points that lapse after 2026/12/31'],
  ],
  claim_accepted: [
    [{ ...claim, points: 1 }, 'Your claim “清洁家园” was accepted: 1 point.'],
    [{ ...claim, points: 5, cut }, 'Your claim “清洁家园” was accepted: 5 points.'],
    [{ ...claim, points: 0, cut }, 'It earned no points: limit 6 for the day (household, this rule), 6 earned before.'],
    [{ ...claim, points: 0 }, 'was accepted. It earned no points.'],
  ],
  claim_returned: [[{ ...claim, reason: '补一张照片' }, 'Your claim “清洁家园” needs something more: 补一张照片']],
  claim_refused: [
    [
      { ...claim, reason: '重复申报', can_appeal: true },
      'was refused: 重复申报. If you do not agree, you can appeal once.',
    ],
    [{ ...claim, reason: '重复申报', can_appeal: false }, 'Your claim “清洁家园” was refused on appeal: 重复申报'],
  ],
  slot_cancelled: [
    [{ ...slot, points: 0 }, 'Your booking of “书法课” on 2026/12/05 was cancelled (老师请假).'],
    [{ ...slot, points: 1 }, '(老师请假). 1 point was returned.'],
  ],
  service_cancelled: [
    [{ ...service, points: 0 }, 'Your booking of “义诊” on 2026/12/06 was cancelled (下雨).'],
    [{ ...service, points: 20 }, '(下雨). 20 points were returned.'],
  ],
  voucher_deactivated: [
    [{ ...voucher, points: 0 }, 'Your voucher for “咖啡” was deactivated (停业).'],
    [{ ...voucher, points: 6 }, '(停业). 6 points were returned.'],
  ],
  moved_up: [
    [
      { signup_id: '1', activity_title: '夜巡', on: '2025-03-01', starts_at: '2025-03-01T11:30:00Z' },
      'You now have a place in “夜巡” on Sat, Mar 1, 2025 at 19:30.',
    ],
  ],
  no_show_marked: [
    [{ ...missed, missed: 'late', points: 0 }, 'You checked in late for “夜巡”. This is a reminder only'],
    [{ ...missed, missed: 'late', points: 1 }, 'You checked in late for “夜巡”: 1 point was deducted.'],
    [{ ...missed, missed: 'absent', points: 0 }, 'did not come (no-show 3 in 2026). This is a reminder only'],
    [{ ...missed, missed: 'absent', points: 5 }, 'did not come (no-show 3 in 2026): 5 points were deducted.'],
  ],
  no_show_decided: [
    [{ ...decided, verdict: 'granted', points: 0 }, 'was granted (当天住院). The no-show does not count any more.'],
    [{ ...decided, verdict: 'granted', points: 5 }, 'does not count any more, and 5 points were returned.'],
    [{ ...decided, verdict: 'refused', points: 0 }, 'Your appeal about “夜巡” was refused: 当天住院'],
  ],
  activity_cancelled: [
    [
      { ...activity, on: '2026-12-05', reason: '下雨' },
      '“议事会” on 2026/12/05, for which you signed up, was cancelled: 下雨',
    ],
  ],
  activity_returned: [
    [{ ...activity, reason: '写清地点' }, 'Your activity “议事会” was sent back for changes: 写清地点'],
  ],
  activity_reviewed: [[activity, 'Your activity “议事会” was approved.']],
};

const notices = Object.entries(examples).flatMap(([kind, some]) =>
  some.map(([values, said]): [NoticeContent, string] => [{ kind, ...values } as NoticeContent, said]),
);

afterEach(() => i18n.changeLanguage('zh-CN'));

async function textIn(language: string, content: NoticeContent) {
  await i18n.changeLanguage(language);
  await i18n.loadNamespaces(['phone-notices', 'explanations']);
  const { result } = renderHook(() => useNoticeText());
  return result.current({ text: '服务器的话', content });
}

it.each(notices)('says %j in English: %s', async (content, said) => {
  const text = await textIn('en', content);
  expect(text).toContain(said);
  expect(text).not.toMatch(/\{\{|服务器/);
});

it.each(notices)('says of %j in Chinese what the server wrote', async (content) => {
  expect(await textIn('zh-CN', content)).toBe('服务器的话');
});
