/** The tabs of a resident, as they stand in the address. */

export const tabs = [
  'wallet',
  'history',
  'memberships',
  'vouchers',
  'orders',
  'no_shows',
  'honours',
  'notices',
] as const;

/** Those of the desk alone. */
const OF_THE_DESK: Tab[] = ['vouchers', 'orders', 'notices'];

export const tabsFor = (isDesk: boolean) => tabs.filter((tab) => isDesk || !OF_THE_DESK.includes(tab));

export type Tab = (typeof tabs)[number];

export interface TabSearch {
  tab?: Tab | undefined;
  cursor?: string | undefined;
}

/** What a tab with a list needs. */
export interface ListProps {
  id: string;
  cursor: string | undefined;
  onPage: (cursor?: string) => void;
}
