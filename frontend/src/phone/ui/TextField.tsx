/** A field of several lines. */

import { useId } from 'react';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  hint?: string | undefined;
  maxLength?: number;
  rows?: number;
  required?: boolean;
}

export function TextField({ label, value, onChange, error, hint, ...rest }: Props) {
  const id = useId();
  const about = error ?? hint;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={4}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error !== undefined}
        aria-describedby={about === undefined ? undefined : `${id}-about`}
        {...rest}
      />
      {about !== undefined && (
        <span id={`${id}-about`} className={error === undefined ? 'soft' : 'error'}>
          {about}
        </span>
      )}
    </div>
  );
}
