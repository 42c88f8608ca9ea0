/** Something that is so or not: a box to tick, or a switch for what takes effect at once. */

import type { ReactNode } from 'react';

interface Props {
  label: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** A switch takes effect at once. */
  asSwitch?: boolean;
  disabled?: boolean;
}

export const Check = ({ label, checked, onChange, asSwitch = false, disabled = false }: Props) => (
  <label className="check">
    <input
      type="checkbox"
      role={asSwitch ? 'switch' : undefined}
      checked={checked}
      disabled={disabled}
      onChange={(event) => onChange(event.target.checked)}
    />
    <span>{label}</span>
  </label>
);
