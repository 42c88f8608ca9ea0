/** Whether a household kept the pact: a choice while it can be recorded, then a word. */

import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { Status } from '../../ui/Status';
import type { Mark } from './marks';

interface Props {
  door: string;
  kept: Mark['kept'];
  /** Records another mark; left out where it stays. */
  onKept?: (kept: Mark['kept']) => void;
}

const choices = { true: true, false: false, null: null } as const;
const words = ['true', 'false', 'null'] as const;

export function MarkShown({ door, kept, onKept }: Props) {
  const { t } = useTranslation('staff-pacts');
  const word = words.find((one) => choices[one] === kept) ?? 'null';
  if (!onKept) {
    const tone = kept === null ? 'neutral' : kept ? 'good' : 'warning';
    return <Status tone={tone}>{t(`marks.${word}`)}</Status>;
  }
  return (
    <Radio.Group
      aria-label={t('mark_of', { door })}
      size="small"
      optionType="button"
      value={word}
      onChange={({ target }) => onKept(choices[words.find((one) => one === target.value) ?? 'null'])}
      options={words.map((value) => ({ value, label: t(`marks.${value}`) }))}
    />
  );
}
