/** Asks the server. That nothing answered is an error of its own, which nobody takes for a fault of the application. */

export class NoAnswer extends Error {
  override name = 'NoAnswer';
}

export async function ask(...asked: Parameters<typeof fetch>): Promise<Response> {
  try {
    return await globalThis.fetch(...asked);
  } catch (cause) {
    throw new NoAnswer('no answer came', { cause });
  }
}
