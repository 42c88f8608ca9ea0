/** Marks of households while they are filled in: only what differs from what is recorded is sent. */

import type { NewPactMark, PactLine } from '@/api';

export interface Mark {
  kept: boolean | null;
  note: string;
}

export type Marks = Record<string, Mark>;

export const recorded = ({ kept, note }: PactLine): Mark => ({ kept: kept ?? null, note: note ?? '' });

/** What stands at a household now, filled in or recorded. */
export const markOf = (line: PactLine, marks: Marks): Mark => marks[line.household_id] ?? recorded(line);

/** What is to be sent: the households that differ from what is recorded. */
export function changes(lines: PactLine[], marks: Marks): NewPactMark[] {
  return lines.flatMap((line) => {
    const mark = markOf(line, marks);
    const before = recorded(line);
    if (mark.kept === before.kept && mark.note === before.note) return [];
    return [{ household_id: line.household_id, kept: mark.kept, note: mark.note || null }];
  });
}

/** All households of which nothing is recorded or filled in, as having kept the pact. */
export const keepRest = (lines: PactLine[], marks: Marks): Marks => ({
  ...marks,
  ...Object.fromEntries(
    lines
      .map((line) => [line.household_id, markOf(line, marks)] as const)
      .filter(([, { kept }]) => kept === null)
      .map(([id, mark]) => [id, { ...mark, kept: true }]),
  ),
});
