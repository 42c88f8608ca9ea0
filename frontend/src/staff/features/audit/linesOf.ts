/** Two states of a thing, laid side by side: a line a field, named by its path, only where they differ. */

export interface Line {
  field: string;
  before: string;
  after: string;
}

export function linesOf(before: unknown, after: unknown): Line[] {
  const old = flat(before);
  const now = flat(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((field) => ({ field, before: old.get(field) ?? '', after: now.get(field) ?? '' }))
    .filter((line) => line.before !== line.after);
}

function flat(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (value === null || value === undefined) return into;
  if (typeof value !== 'object') {
    into.set(path || '·', String(value));
    return into;
  }
  for (const [name, part] of Object.entries(value)) {
    const step = Array.isArray(value) ? `${path}[${name}]` : [path, name].filter(Boolean).join('.');
    flat(part, step, into);
  }
  return into;
}
