/** Starts a server of the journeys' own, with a fresh demonstration community, and stops it by its process id at the end. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** How long the demonstration community has been there. */
const DAYS = process.env.LINLI_E2E_DAYS ?? '14';
const READY_WITHIN_MS = 60_000;
const STOPPED_WITHIN_MS = 20_000;

/** Answers how to stop the server. */
export default async function start(): Promise<() => Promise<void>> {
  if (process.env.LINLI_BASE) return async () => undefined;
  const program = resolve(process.env.LINLI_BIN ?? '../target/debug/linli');
  if (!existsSync(program)) throw new Error(`There is no ${program}: build it, or name it in LINLI_BIN.`);
  const data = mkdtempSync(join(tmpdir(), 'linli-e2e-'));
  // PostgreSQL does not run as root: its own user has to get there.
  chmodSync(data, 0o755);
  const port = await freePort();
  const env = { ...process.env, LINLI_DATA: join(data, 'data'), LINLI_PORT: String(port), LINLI_LOG: 'warn' };
  const run = (...words: string[]) => spawn(program, words, { env, stdio: ['ignore', 'ignore', 'inherit'] });

  let server: ChildProcess | undefined;
  const stop = async () => {
    if (server !== undefined) await end(server);
    rmSync(data, { recursive: true, force: true });
  };
  try {
    const loading = run('demo', '--days', DAYS);
    const [code] = await once(loading, 'exit');
    if (code !== 0) throw new Error(`"linli demo" ended with ${code}`);
    server = run('serve', '--demo');
    await ready(`http://127.0.0.1:${port}`, server);
  } catch (error) {
    await stop();
    throw error;
  }
  process.env.LINLI_BASE = `http://127.0.0.1:${port}`;
  return stop;
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const address = listener.address();
  listener.close();
  await once(listener, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

async function ready(base: string, server: ChildProcess) {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    if (server.exitCode !== null) throw new Error(`"linli serve" ended with ${server.exitCode}`);
    const answer = await fetch(`${base}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(200);
  }
  throw new Error('"linli serve" is not ready');
}

/** Asks it to stop, which stops its data base too; only one that does not listen is killed. */
async function end(server: ChildProcess) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit').then(() => true);
  server.kill('SIGTERM');
  if (await Promise.race([gone, pause(STOPPED_WITHIN_MS, false)])) return;
  server.kill('SIGKILL');
  await gone;
}
