/** A name for a screen or a paper that others see: 郭*轩, 王*. */

export function maskedName(name: string): string {
  const signs = Array.from(name);
  const last = signs.length > 2 ? (signs.at(-1) ?? '') : '';
  return `${signs[0] ?? ''}*${last}`;
}
