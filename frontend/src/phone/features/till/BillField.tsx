/** What the goods come to before anything is taken off, in yuan. */

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { fen } from '@/lib/format';
import { Field } from '../../ui/Field';

interface Props {
  value: string;
  onChange: (value: string) => void;
}

export function BillField({ value, onChange }: Props) {
  const { t } = useTranslation('phone-till');
  const isWrong = value.trim() !== '' && !value.trim().endsWith('.') && fen(value) === undefined;
  const place = useRef<HTMLDivElement>(null);
  // The queue waits: the next thing to do is to type.
  useEffect(() => place.current?.querySelector('input')?.focus(), []);
  return (
    <div ref={place}>
      <Field
        label={t('bill.label')}
        value={value}
        onChange={(typed) => onChange(typed.replace(/[。．]/g, '.'))}
        // The keyboard goes, so that the sum can be seen before it is confirmed.
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        error={isWrong ? t('bill.wrong') : undefined}
        className="bill number"
        inputMode="decimal"
        enterKeyHint="done"
        autoComplete="off"
        placeholder="0.00"
      />
    </div>
  );
}
