/** Gives the focus back to what had it before, for what goes from the page at once: what closes first does that by itself. */

import { useEffect, useState } from 'react';

export function useFocusBack() {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    },
    [before],
  );
}
