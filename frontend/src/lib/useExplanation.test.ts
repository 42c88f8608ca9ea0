/** Every kind of explanation in English, from its values; in Chinese the server's sentence. */

import { renderHook } from '@testing-library/react';
import i18n from 'i18next';
import { afterEach, expect, it } from 'vitest';
import type { AwardExplanation, Explanation } from '@/api';
import { useExplanation } from './useExplanation';

type Kind = Explanation['kind'];
type Values<K extends Kind> = Omit<Extract<Explanation, { kind: K }>, 'kind'>;

const award: AwardExplanation = {
  rule_code: 'PATROL',
  rule_title: '平安巡逻',
  version: 2,
  basis: 'hour',
  unit: 'resident',
  rate: 2,
  minutes: 180,
  factors: [],
  computed: 6,
  awarded: 6,
  left: [],
};
const voucher = { partner: '惠民鲜生', offer: '满 30 减 8' };
const order = { code: '7G2K9QXM', goods: '彩笔×1' };
const gift = { from: '王*', to: '李*' };

const examples: { [K in Kind]: [Values<K>, string][] } = {
  award: [
    [award, '平安巡逻 (PATROL, version 2): 2 points/hour × 180 min = 6 points'],
    [
      {
        ...award,
        factors: [{ kind: 'night', percent: 200, minutes: 120 }],
        computed: 10,
        cut: { scope: 'rule', period: 'day', cap: 8, used: 7 },
        awarded: 1,
        left: [{ scope: 'over_all', period: 'month', points: 40 }],
        note: '雨天',
      },
      '× 200% (night, 120 min of it) = 10 points; limit 8 for the day (this rule), 7 earned before; 40 left for the month (all rules); 雨天',
    ],
    [
      { ...award, basis: 'level', minutes: null, level: '区级表彰', rate: 1, computed: 1 },
      '(PATROL, version 2): level “区级表彰”, 1 point = 1 point',
    ],
    [
      { ...award, basis: 'act', unit: 'household', rate: 3, computed: 3 },
      '3 points per household each time = 3 points',
    ],
  ],
  voucher: [
    [{ ...voucher, price: 1 }, '惠民鲜生: 满 30 减 8, 1 point'],
    [{ ...voucher, price: 6, share: 2 }, '6 points shared with the household, 2 from this wallet'],
  ],
  order: [
    [{ ...order, total: 10 }, 'Points supermarket: 彩笔×1, 10 points (order 7G2K9QXM)'],
    [{ ...order, total: 10, share: 4 }, '(order 7G2K9QXM), shared with the household, 4 from this wallet'],
  ],
  reversal: [[{ reason: '记错人' }, 'Reversal: 记错人']],
  adjustment: [[{ reason: '补登' }, 'Adjustment: 补登']],
  opening: [
    [{ note: '纸质积分卡' }, 'Opening balance: 纸质积分卡'],
    [{ note: '', imported: { file_name: '积分.xlsx', row: 3 } }, 'Opening balance, imported from “积分.xlsx”, row 3'],
    [{ note: '旧卡', imported: { file_name: '积分.xlsx', row: 3 } }, '旧卡 (imported from “积分.xlsx”, row 3)'],
  ],
  deduction: [[{ reason: '乱停车' }, 'Deduction: 乱停车']],
  debt: [[{ owed: 1 }, 'Not enough available points: 1 point booked as debt']],
  repayment: [[{ left: 5 }, 'Pays off debt first, 5 points still owed']],
  expiry: [[{ lapsed_on: '2026-12-31' }, 'Good until 2026/12/31, lapsed after that']],
  gift: [
    [{ ...gift, note: '' }, 'Gift from 王* to 李*'],
    [{ ...gift, note: '谢谢' }, 'Gift from 王* to 李*: 谢谢'],
  ],
  donation: [
    [{ fund: '暖冬', note: '' }, 'Gift to the fund “暖冬”'],
    [{ fund: '暖冬', note: '尽份心' }, 'Gift to the fund “暖冬”: 尽份心'],
  ],
  grant: [[{ fund: '暖冬', reason: '添置冬衣' }, 'Grant of the fund “暖冬”: 添置冬衣']],
};

const explanations = Object.entries(examples).flatMap(([kind, some]) =>
  some.map(([values, said]): [Explanation, string] => [{ kind, ...values } as Explanation, said]),
);

afterEach(() => i18n.changeLanguage('zh-CN'));

async function textIn(language: string, explanation: Explanation) {
  await i18n.changeLanguage(language);
  await i18n.loadNamespaces('explanations');
  const { result } = renderHook(() => useExplanation());
  return result.current.transfer({ text: '服务器的话', explanation });
}

it.each(explanations)('says %j in English: %s', async (explanation, said) => {
  const text = await textIn('en', explanation);
  expect(text.endsWith(said)).toBe(true);
  expect(text).not.toMatch(/\{\{|服务器/);
});

it.each(explanations)('says of %j in Chinese what the server wrote', async (explanation) => {
  expect(await textIn('zh-CN', explanation)).toBe('服务器的话');
});
