/** The till between two customers: one big button, and what became of the last one. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Screen } from '../../ui/Screen';
import { useStore } from '../shell/stores';
import { CodeField } from './CodeField';
import { Outcomes } from './Outcomes';
import { ScanButton } from './ScanButton';

export function Ready({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useTranslation('phone-till');
  const { store, change } = useStore();
  return (
    <Screen title={store.name} action={change && <Button onClick={change}>{t('store.change')}</Button>}>
      <Outcomes />
      <ScanButton label={t('scan')} big onCode={onCode} />
      <CodeField onCode={onCode} />
      <Link to="/till/batch" className="button" data-wide>
        {t('many.open')}
      </Link>
    </Screen>
  );
}
