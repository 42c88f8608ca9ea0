/** Numbers, money and times as people read them. Times are UTC on the wire and the community's (Asia/Shanghai) on screen. */

import i18n from 'i18next';

/** The time zone of the screen; communities of the platform share it. */
export const TIMEZONE = 'Asia/Shanghai';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Days in numbers begin with the year in English too: half of the world reads 12/07 as July. */
const localeOf = ({ month }: Intl.DateTimeFormatOptions) =>
  i18n.language === 'en' && month === '2-digit' ? 'en-ZA' : i18n.language;

function formatOf(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = i18n.language + JSON.stringify(options);
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(localeOf(options), { timeZone: TIMEZONE, hour12: false, ...options });
  formats.set(key, format);
  return format;
}

const DAY = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;

/** A day and time of the clock: `2026/03/01 09:30`. */
export const moment = (utc: string) => formatOf({ ...DAY, ...CLOCK }).format(new Date(utc));

/** The day of a moment: `2026/03/01`. */
export const dayOf = (utc: string) => formatOf(DAY).format(new Date(utc));

/** The civil day of a moment, as the API has it: `2026-03-01`. */
export const civilDayOf = (time: string | Date) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: TIMEZONE }).format(new Date(time));

/** A civil day (`2026-03-01`), as it is, for reading. */
export const civilDay = (day: string) => day.replaceAll('-', '/');

/** Civil days from one to another, as they are; an end may be open: `2026/03/01–`. */
export const spanned = (from: string | undefined, until: string | undefined) =>
  from !== undefined && from === until ? civilDay(from) : `${civilDay(from ?? '')}–${civilDay(until ?? '')}`;

/** The time of the clock: `09:30`. */
export const clock = (utc: string) => formatOf(CLOCK).format(new Date(utc));

const YEAR = { year: 'numeric' } as const;
const yearOf = (time: Date) => formatOf(YEAR).format(time);

/** The day as people say it: `3月1日 周日`; with the year unless it is this one. */
export function spokenDay(utc: string): string {
  const time = new Date(utc);
  const year = yearOf(time) === yearOf(new Date()) ? {} : YEAR;
  return formatOf({ ...year, month: 'short', day: 'numeric', weekday: 'short' }).format(time);
}

/** A month (`2026-03`) as people say it: `2026年3月`. */
export const spokenMonth = (month: string) =>
  formatOf({ ...YEAR, month: 'long' }).format(new Date(`${month}-15T00:00:00Z`));

/** A span: the day once when it ends on the day on which it began. */
export function span(from: string, to: string): string {
  const end = dayOf(from) === dayOf(to) ? clock(to) : moment(to);
  return `${moment(from)}–${end}`;
}

/** A span as people say it: `3月1日 周日 09:00–11:00`. */
export const spokenSpan = (from: string, to: string) =>
  `${spokenDay(from)} ${clock(from)}–${dayOf(from) === dayOf(to) ? '' : `${spokenDay(to)} `}${clock(to)}`;

function endOf(utc: string, dayIn: (utc: string) => string): string {
  const last = new Date(Date.parse(utc) - 1).toISOString();
  return dayOf(last) === dayOf(utc) ? `${dayIn(utc)} ${clock(utc)}` : dayIn(last);
}

/** Until when something lasts that is over at a moment: the last day, with the time unless it is over with that day. */
export const until = (utc: string) => endOf(utc, dayOf);

/** The same as people say it: `11月30日周一`. */
export const spokenUntil = (utc: string) => endOf(utc, spokenDay);

/** Words one after the other: `食用油、彩笔`. */
export const listed = (words: string[]) =>
  new Intl.ListFormat(i18n.language, { type: 'conjunction', style: 'narrow' }).format(words);

/** Clauses one after the other: `满 60 岁；限利民小区`. */
export const clauses = (words: string[]) => words.join(i18n.language === 'zh-CN' ? '；' : '; ');

/** A whole number with thousands set apart. */
export const whole = (number: number) => new Intl.NumberFormat(i18n.language).format(number);

/** A number with its sign: `+3`, `−1`. */
export const signed = (number: number) => (number < 0 ? `−${whole(-number)}` : `+${whole(number)}`);

/** A number with one decimal at most: `66,829.5`. */
export const tenths = (number: number) =>
  new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(number);

/** Fen as yuan: `¥40.00`. */
export const yuan = (fen: number) => `¥${(fen / 100).toFixed(2)}`;

/** Yuan as typed (`60`, `60.5`, `60.50`) in fen; none if that is no amount of money. */
export function fen(typed: string): number | undefined {
  const match = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(typed.trim());
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined;
}

/** A share as a percentage: `60.2%`. */
export const percent = (share: number) =>
  new Intl.NumberFormat(i18n.language, { style: 'percent', maximumFractionDigits: 1 }).format(share);

/** A code in groups that can be read aloud: `7G2K 9QXM`. */
export const grouped = (code: string) => code.replace(/(.{4})(?=.)/g, '$1 ');
