/** Where something stands, in a word. */

import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'waiting' | 'good' | 'warning';

export const Status = ({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) => (
  <span className="status" data-tone={tone}>
    {children}
  </span>
);
