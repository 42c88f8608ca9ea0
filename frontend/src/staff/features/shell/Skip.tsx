/** The first thing that Tab comes to: past the menu, to the page itself. */

import { useTranslation } from 'react-i18next';

const CONTENT = 'content';

/** For the element that holds the page. */
export const skipTarget = { id: CONTENT, tabIndex: -1 } as const;

export function Skip() {
  const { t } = useTranslation('staff');
  return (
    <a
      className="skip no-print"
      href={`#${CONTENT}`}
      onClick={(event) => {
        // The address is the page's own.
        event.preventDefault();
        document.getElementById(CONTENT)?.focus();
      }}
    >
      {t('menu.skip')}
    </a>
  );
}
