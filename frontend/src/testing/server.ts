/** The server as tests see it: each test says what it answers; anything else is a failure. */

import { setupServer } from 'msw/node';

export const server = setupServer();
