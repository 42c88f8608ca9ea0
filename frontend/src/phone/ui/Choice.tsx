/** A choice among a few, from the phone's own list. */

import { useId } from 'react';

interface Props<T extends string> {
  label: string;
  value: T | '';
  onChange: (value: T) => void;
  options: { value: T; label: string }[];
  /** What stands there as long as nothing is chosen. */
  placeholder?: string;
  error?: string | undefined;
  hint?: string | undefined;
}

export function Choice<T extends string>({ label, value, onChange, options, placeholder, error, hint }: Props<T>) {
  const id = useId();
  const about = error ?? hint;
  const choose = (chosen: string) => {
    const option = options.find((one) => one.value === chosen);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => choose(event.target.value)}
        aria-invalid={error !== undefined}
        aria-describedby={about === undefined ? undefined : `${id}-about`}
      >
        {placeholder !== undefined && (
          <option value="" disabled>
            {placeholder}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {about !== undefined && (
        <span id={`${id}-about`} className={error === undefined ? 'soft' : 'error'}>
          {about}
        </span>
      )}
    </div>
  );
}
