/** Scrolls a list to its current entry if that is out of sight. `scrollIntoView` would let Tab begin there, past the beginning of the page. */
export function scrollWithin(list: HTMLElement | null) {
  const current = list?.querySelector('[aria-current]:not([aria-current="false"])');
  if (!list || !current) return;
  const [around, at] = [list.getBoundingClientRect(), current.getBoundingClientRect()];
  const isShown = at.top >= around.top && at.bottom <= around.bottom;
  if (!isShown) list.scrollTop += at.top - around.top - list.clientHeight / 2;
}
