/** What a deed would earn by the rule book, as the server works it out now. */

import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { $api, type AwardQuestion, problemOf } from '@/api';
import { clauses } from '@/lib/format';
import { useExplanation } from '@/lib/useExplanation';
import { useTold } from './useTold';

export function AwardPreview({ question }: { question: AwardQuestion }) {
  const { t } = useTranslation('staff');
  const told = useTold();
  const explained = useExplanation();
  const preview = $api.useQuery('post', '/api/v1/award-previews', { body: question });
  if (preview.error) {
    // What is not filled in yet is said in the server's words.
    const faults = problemOf(preview.error)?.errors?.map(({ detail }) => detail) ?? [];
    return <Alert type="warning" showIcon title={clauses(faults) || told.sentence(preview.error)} />;
  }
  if (preview.data === undefined) return <Alert type="info" title={t('award.working_out')} />;
  return (
    <Alert
      type="info"
      title={<strong className="number">{t('award.would_give', { count: preview.data.points })}</strong>}
      description={explained.award(preview.data.text, preview.data.explanation)}
    />
  );
}
