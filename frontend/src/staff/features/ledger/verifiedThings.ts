/** What the figures of a verification are about: the first word of their codes, as the server writes them. */

export const verifiedThings = [
  'wallet',
  'lot',
  'hold',
  'transfer',
  'seal',
  'leaf',
  'reward',
  'stocktake',
  'order',
  'voucher',
  'confirmation',
  'statement',
  'statement_line',
  'offer',
  'slot',
  'import',
  'no_show',
  'fund',
  'claim',
  'shift',
] as const;
