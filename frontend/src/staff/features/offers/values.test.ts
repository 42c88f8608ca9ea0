import { expect, it } from 'vitest';
import { offerChange } from './values';

const values = {
  partner_id: 'p',
  title: '洗衣八折',
  price_points: 5,
  terms: { kind: 'free_item', item: '洗衣一次' },
  valid_from: '2026-01-01T00:00:00Z',
  valid_to: '2027-01-01T00:00:00Z',
  voucher_days: 14,
} as const;

it('takes a quota of a period away when half of it is missing', () => {
  const body = offerChange({ ...values, hours: [], period_quota: { period: 'month', vouchers: null } });
  expect(body.period_quota).toBeNull();
  expect(body).not.toHaveProperty('partner_id');
});
