/** What stands on a slip in two columns; what there is nothing to say of is left out. */

import type { ReactNode } from 'react';

export function SlipFacts({ of }: { of: [label: string, value: ReactNode][] }) {
  return (
    <dl>
      {of.map(
        ([label, value]) =>
          value && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
