/** A field of several lines. */

import { type About, Labelled } from './Labelled';

interface Props extends About {
  value: string;
  onChange: (value: string) => void;
  maxLength?: number;
  rows?: number;
  required?: boolean;
}

export function TextField({ label, value, onChange, error, hint, ...rest }: Props) {
  return (
    <Labelled label={label} error={error} hint={hint}>
      {(named) => (
        <textarea {...named} rows={4} value={value} onChange={(event) => onChange(event.target.value)} {...rest} />
      )}
    </Labelled>
  );
}
