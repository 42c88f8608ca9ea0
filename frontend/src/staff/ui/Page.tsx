/** A page of the desk: one heading, its actions beside it, its parts below. */

import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  title: string;
  /** The one primary button stands last. */
  actions?: ReactNode;
  children: ReactNode;
}

export function Page({ title, actions, children }: Props) {
  const { t } = useTranslation('staff');
  useEffect(() => {
    document.title = `${title} · ${t('title')}`;
  }, [title, t]);
  return (
    <div className="page">
      <header>
        <h1>{title}</h1>
        {actions !== undefined && <div className="filters no-print">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
