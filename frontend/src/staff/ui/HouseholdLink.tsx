/** Where a household lives, leading to it. */

import { Link } from '@tanstack/react-router';
import { HouseholdName } from './HouseholdName';

export const HouseholdLink = ({ id }: { id: string }) => (
  <Link to="/households/$id" params={{ id }}>
    <HouseholdName id={id} />
  </Link>
);
