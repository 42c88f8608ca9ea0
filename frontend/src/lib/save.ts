/** Hands a file that the server answered to the browser, to be kept on the device. */

interface Answer {
  data?: unknown;
  error?: unknown;
}

const MINUTE_MS = 60_000;

/** Throws what the server said if it said no. */
export function save({ data, error }: Answer, name: string) {
  if (error !== undefined) throw error;
  if (!(data instanceof Blob)) throw new TypeError('no file came');
  const address = URL.createObjectURL(data);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(address), MINUTE_MS);
}
