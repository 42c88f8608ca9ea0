/** Tells what became of a command: done, refused by the server, or no answer. */

import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { sentenceOf, troubleOf } from '@/lib/errors';

export function useTold() {
  const { message } = App.useApp();
  const { t, i18n } = useTranslation('staff');
  const sentence = (error: unknown): string => {
    const trouble = troubleOf(error);
    if (trouble.kind === 'no-connection') return t('state.no_answer');
    if (trouble.kind === 'no-permission') return t('state.no_permission');
    if (trouble.kind === 'not-found') return t('state.not_found');
    return sentenceOf(trouble.problem, i18n.language);
  };
  return {
    sentence,
    done: (words: string) => void message.success(words),
    failed: (error: unknown) => void message.error(sentence(error), 6),
  };
}
