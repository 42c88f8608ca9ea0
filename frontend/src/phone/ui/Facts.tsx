/** A few facts, each with its name before it. */

import type { ReactNode } from 'react';

interface Props {
  /** Name and value; what has no value is left out. */
  of: [name: string, value: ReactNode][];
}

export const Facts = ({ of }: Props) => (
  <dl className="facts">
    {of
      .filter(([, value]) => value !== undefined && value !== null && value !== '' && value !== false)
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
);
