/** A slip of 80 mm alone on its page, printed as soon as all of it is there. */

import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './slip.css';

interface Props {
  /** Whether all that stands on it has come. */
  complete: boolean;
  children: ReactNode;
}

export function PrintedSlip({ complete, children }: Props) {
  const { t } = useTranslation('staff');
  const [printed, setPrinted] = useState(false);
  useEffect(() => {
    if (!complete || printed) return;
    setPrinted(true);
    window.print();
  }, [complete, printed]);
  return (
    <main className="slip-page">
      {children}
      <div className="no-print">
        <Button type="primary" onClick={() => window.print()}>
          {t('slip.print')}
        </Button>
        <Button onClick={() => window.close()}>{t('slip.close')}</Button>
      </div>
    </main>
  );
}
