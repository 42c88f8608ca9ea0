/** How many points are given, and a few words. */

import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/Field';

export interface Gift {
  points: string;
  note: string;
}

/** A gift as it is sent. */
export const giftOf = ({ points, note }: Gift) => ({ points: Number(points), note: note.trim() });

interface Props {
  /** What is asked: how many points. */
  label: string;
  gift: Gift;
  onChange: (gift: Gift) => void;
  /** What the server found wrong with a field. */
  at: (field: string) => string | undefined;
}

export function GiftFields({ label, gift, onChange, at }: Props) {
  const { t } = useTranslation('phone-points');
  return (
    <>
      <Field
        label={label}
        value={gift.points}
        onChange={(typed) => onChange({ ...gift, points: typed.replace(/\D/g, '') })}
        error={at('points')}
        inputMode="numeric"
        required
      />
      <Field
        label={t('give.note')}
        value={gift.note}
        onChange={(note) => onChange({ ...gift, note })}
        error={at('note')}
        maxLength={100}
      />
    </>
  );
}
