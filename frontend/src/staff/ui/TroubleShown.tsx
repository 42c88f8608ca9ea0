/** In the place of what could not be shown: why, and what to do about it. */

import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { sentenceOf, troubleOf } from '@/lib/errors';
import { NotFound } from './NotFound';

export function TroubleShown({ error, retry }: { error: unknown; retry: () => void }) {
  const { t, i18n } = useTranslation('staff');
  const trouble = troubleOf(error);
  if (trouble.kind === 'not-found') return <NotFound />;
  if (trouble.kind === 'no-permission') {
    return <Result status="403" title={t('state.no_permission')} subTitle={t('state.no_permission_hint')} />;
  }
  const again = (
    <Button type="primary" onClick={retry}>
      {t('state.retry')}
    </Button>
  );
  if (trouble.kind === 'no-connection') {
    return (
      <Result
        status="warning"
        title={t('state.no_connection')}
        subTitle={t('state.no_connection_hint')}
        extra={again}
      />
    );
  }
  const { problem } = trouble;
  return (
    <Result
      status="error"
      title={sentenceOf(problem, i18n.language)}
      subTitle={problem.instance && t('state.instance', { id: problem.instance.replace('urn:uuid:', '') })}
      extra={again}
    />
  );
}
