/** Around all screens of a merchant: the attempts that wait for the truth, and the store that one works in. */

import { Outlet } from '@tanstack/react-router';
import { StoreChoice } from '../shell/stores';
import { useMe } from '../shell/useMe';
import { Attempts } from './Attempts';
import './till.css';

export function Merchant() {
  const { me } = useMe();
  return (
    <Attempts key={me.user_id} user={me.user_id}>
      <StoreChoice>
        <Outlet />
      </StoreChoice>
    </Attempts>
  );
}
