/** A field with its label, and what is wrong with it. */

import type { InputHTMLAttributes } from 'react';
import { type About, Labelled } from './Labelled';

interface Props extends About, Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  value: string;
  onChange: (value: string) => void;
}

export function Field({ label, value, onChange, error, hint, ...rest }: Props) {
  return (
    <Labelled label={label} error={error} hint={hint}>
      {(named) => <input {...named} value={value} onChange={(event) => onChange(event.target.value)} {...rest} />}
    </Labelled>
  );
}
