/** What is said when a command was not carried out. */

import { useTranslation } from 'react-i18next';
import { sentenceOf, troubleOf } from '@/lib/errors';
import { clauses } from '@/lib/format';

export function useSentence() {
  const { t, i18n } = useTranslation('phone');
  return (error: unknown): string => {
    const trouble = troubleOf(error);
    if (trouble.kind === 'no-connection') return t('state.no_answer');
    if (trouble.kind === 'no-permission') return t('state.no_permission');
    if (trouble.kind === 'not-found') return t('state.not_found');
    const words = sentenceOf(trouble.problem, i18n.language);
    const faults = trouble.problem.errors?.map((one) => one.detail) ?? [];
    // What is wrong with a body is told by its fields alone.
    return trouble.problem.detail === undefined && faults.length > 0
      ? t('state.faults', { words, faults: clauses(faults) })
      : words;
  };
}
