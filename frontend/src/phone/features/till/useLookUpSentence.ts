/** Why a code could not be looked up; a code that is none is said so, not as a form that was filled in wrong. */

import { useTranslation } from 'react-i18next';
import { problemOf } from '@/api';
import { useSentence } from '../../ui/useSentence';

export function useLookUpSentence() {
  const { t, i18n } = useTranslation('phone-till');
  const { t: common } = useTranslation('phone');
  const sentence = useSentence();
  return (error: unknown): string => {
    const problem = problemOf(error);
    // A question: without an answer nothing happened.
    if (problem === undefined) return common('state.no_connection');
    if (problem.kind !== 'invalid-input') return sentence(error);
    const [first] = i18n.language === 'zh-CN' ? (problem.errors ?? []) : [];
    return first?.detail ?? t('code.wrong');
  };
}
