/** In the place of what could not be shown: why, and what to do about it. */

import { useTranslation } from 'react-i18next';
import { sentenceOf, troubleOf } from '@/lib/errors';
import { Button } from './Button';

export function TroubleShown({ error, retry }: { error: unknown; retry: () => void }) {
  const { t, i18n } = useTranslation('phone');
  const trouble = troubleOf(error);
  const words = {
    'no-connection': t('state.no_connection'),
    'no-permission': t('state.no_permission'),
    'not-found': t('state.not_found'),
    problem: trouble.kind === 'problem' ? sentenceOf(trouble.problem, i18n.language) : '',
  }[trouble.kind];
  return (
    <div className="stack" role="alert">
      <p className="note" data-tone="bad">
        {words}
      </p>
      <Button onClick={retry} wide>
        {t('state.retry')}
      </Button>
    </div>
  );
}
