/** Before each test file: the server of answers, languages, and what the test browser lacks. */

import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { startLanguages } from '@/i18n';
import { server } from './server';

beforeAll(async () => {
  server.listen({ onUnhandledFrame: 'error' });
  await startLanguages(['common', 'staff', 'phone']);
});
afterEach(() => {
  cleanup();
  server.resetHandlers();
});
afterAll(() => server.close());
