/** A part of the phone as tests show it: with a cache of answers of its own, and the words about what was done. */

import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import { type ReactNode, Suspense } from 'react';
import { newQueryClient } from '@/lib/queries';
import { Told } from '../ui/Told';

export const show = (part: ReactNode) =>
  render(
    <QueryClientProvider client={newQueryClient()}>
      <Told>
        <Suspense>{part}</Suspense>
      </Told>
    </QueryClientProvider>,
  );
