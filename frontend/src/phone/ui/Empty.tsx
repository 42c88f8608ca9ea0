/** In the place of a list with nothing in it: what that means, and what to do next. */

import type { ReactNode } from 'react';

export const Empty = ({ children }: { children: ReactNode }) => <div className="empty">{children}</div>;
