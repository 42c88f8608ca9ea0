/** The server's complaints about a part of a thing, named as a form of that part alone has its fields. */

import { type Problem, problemOf } from '@/api';

export function inForm(error: unknown, prefix: string): unknown {
  const problem: Problem | undefined = problemOf(error);
  if (problem?.errors === undefined || problem.errors === null) return error;
  const errors = problem.errors.map((one) => ({
    ...one,
    field: one.field.startsWith(prefix) ? one.field.slice(prefix.length) : one.field,
  }));
  return { ...problem, errors };
}
