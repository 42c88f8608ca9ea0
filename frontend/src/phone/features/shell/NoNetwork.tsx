/** Says that the phone has no network, for as long as it has none. */

import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

function subscribe(changed: () => void) {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

export function NoNetwork() {
  const { t } = useTranslation('phone');
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status" className="no-network" hidden={online}>
      {online ? '' : t('state.offline')}
    </div>
  );
}
