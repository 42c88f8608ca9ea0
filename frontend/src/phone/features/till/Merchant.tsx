/** Around all screens of a merchant: the attempts that wait for the truth, and the store that one works in. */

import { Outlet, useRouter } from '@tanstack/react-router';
import i18n from 'i18next';
import { useEffect } from 'react';
import { StoreChoice } from '../shell/stores';
import { tillTabs } from '../shell/tillTabs';
import { useMe } from '../shell/useMe';
import { Attempts } from './Attempts';
import './till.css';

export function Merchant() {
  const { me } = useMe();
  const router = useRouter();
  // On a bad network every screen should be here before it is needed.
  useEffect(() => {
    void i18n.loadNamespaces(['phone-statements', 'phone-shop']);
    for (const to of [...tillTabs.map((tab) => tab.to), '/till/voucher', '/till/batch'] as const) {
      void router.preloadRoute({ to });
    }
    void import('../../ui/Scanner');
  }, [router]);
  return (
    <Attempts key={me.user_id} user={me.user_id}>
      <StoreChoice>
        <Outlet />
      </StoreChoice>
    </Attempts>
  );
}
