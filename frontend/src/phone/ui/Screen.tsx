/** A screen of the phone: its one heading, the way back, and what it shows. */

import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';

interface Props {
  title: string;
  /** Whether there is somewhere to go back to: not on the screens of the tabs. */
  back?: boolean;
  action?: ReactNode;
  children: ReactNode;
}

export function Screen({ title, back = false, action, children }: Props) {
  const { t } = useTranslation('phone');
  const { history, navigate } = useRouter();
  const goBack = () => (history.canGoBack() ? history.back() : navigate({ to: '/' }));
  useEffect(() => {
    document.title = `${title} · ${t('title')}`;
  }, [title, t]);
  return (
    <main className="screen">
      <header>
        {back && (
          <Button tone="plain" aria-label={t('action.back')} onClick={goBack}>
            ‹
          </Button>
        )}
        <h1>{title}</h1>
        {action}
      </header>
      {children}
    </main>
  );
}
