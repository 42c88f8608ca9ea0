/** The tabs of those who work for a partner, on the screens of the till. */

export const tillTabs = [
  { to: '/till', label: 'till', sign: 'scan' },
  { to: '/till/today', label: 'today', sign: 'activity' },
  { to: '/till/statement', label: 'statement', sign: 'claim' },
  { to: '/till/mine', label: 'mine', sign: 'me' },
] as const;
