/** Makes the phone work without a network, and offers a new version when there is one. */

import { registerSW } from 'virtual:pwa-register';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';

export function NewVersion() {
  const { t } = useTranslation('phone');
  const [update, setUpdate] = useState<() => Promise<void>>();
  useEffect(() => {
    const takeOver = registerSW({ onNeedRefresh: () => setUpdate(() => () => takeOver(true)) });
  }, []);
  if (update === undefined) return null;
  return (
    <div role="status" className="new-version">
      <Button tone="primary" wide onClick={() => void update()}>
        {t('state.new_version')}
      </Button>
    </div>
  );
}
