/** A button that a thumb hits. While it is busy it cannot be pressed again; when it is off it says why. */

import type { ButtonHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  tone?: 'primary' | 'danger' | 'plain';
  wide?: boolean;
  busy?: boolean;
  /** Why it cannot be pressed now; it stands below the button. */
  why?: string | undefined;
}

export function Button({ tone, wide = false, busy = false, why, children, ...rest }: Props) {
  const { t } = useTranslation('phone');
  const button = (
    <button
      type="button"
      className="button"
      data-tone={tone}
      data-wide={wide || undefined}
      disabled={busy || why !== undefined}
      {...rest}
    >
      {busy ? t('state.busy') : children}
    </button>
  );
  if (why === undefined) return button;
  return (
    <div className="field">
      {button}
      <span className="soft">{why}</span>
    </div>
  );
}
