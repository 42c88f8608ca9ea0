/** Gives a file that the server answered to the person at the desk. */

interface Answer {
  data?: unknown;
  error?: unknown;
}

/** Throws what the server said if it said no. */
export function saveAs({ data, error }: Answer, name: string) {
  if (error !== undefined) throw error;
  if (!(data instanceof Blob)) throw new TypeError('no file came');
  const address = URL.createObjectURL(data);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
