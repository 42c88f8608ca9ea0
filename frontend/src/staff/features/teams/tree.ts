/** The teams as a tree: an agency, its core teams, and those derived from them. */

import type { Team } from '@/api';

export type Node = Team & { children?: Node[] };

/** The teams below one (or the roots), each with its own below it; a leaf has no children at all. */
export function treeOf(teams: Team[], parent?: string): Node[] {
  return teams
    .filter((team) => (team.parent_id ?? undefined) === parent)
    .map((team) => {
      const children = treeOf(teams, team.id);
      return children.length > 0 ? { ...team, children } : team;
    });
}
