/** Around what is filled in: its label, and what is wrong with it or good to know. */

import { type ReactNode, useId } from 'react';

export interface About {
  label: string;
  error?: string | undefined;
  hint?: string | undefined;
}

interface Named {
  id: string;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
}

export function Labelled({ label, error, hint, children }: About & { children: (named: Named) => ReactNode }) {
  const id = useId();
  const about = error ?? hint;
  const describedBy = about === undefined ? undefined : `${id}-about`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': error !== undefined, 'aria-describedby': describedBy })}
      {about !== undefined && (
        <span id={describedBy} className={error === undefined ? 'soft' : 'error'}>
          {about}
        </span>
      )}
    </div>
  );
}
