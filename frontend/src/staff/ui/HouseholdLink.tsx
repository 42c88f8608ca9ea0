/** Where a household lives, leading to it; asked for where an answer has the identifier only. */

import { Link } from '@tanstack/react-router';
import { HouseholdName } from './HouseholdName';

export const HouseholdLink = ({ id, address }: { id: string; address?: string }) => (
  <Link to="/households/$id" params={{ id }}>
    {address ?? <HouseholdName id={id} />}
  </Link>
);
