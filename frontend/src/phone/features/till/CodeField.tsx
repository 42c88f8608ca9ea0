/** A code as it is typed: capital letters in groups; whole, it goes off by itself. */

import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { grouped } from '@/lib/format';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';

const SIGNS = 8;

export function CodeField({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useTranslation('phone-till');
  const [code, setCode] = useState('');
  const [isMissing, setMissing] = useState(false);
  const take = (whole: string) => {
    setCode('');
    onCode(whole);
  };
  const type = (typed: string) => {
    setMissing(false);
    const signs = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
    if (signs.length === SIGNS && code.length === SIGNS - 1) take(signs);
    else setCode(signs.slice(0, SIGNS));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code === '') setMissing(true);
    else take(code);
  };
  return (
    <form className="typed" onSubmit={submit}>
      <Field
        label={t('code.label')}
        value={grouped(code)}
        onChange={type}
        error={isMissing ? t('code.missing') : undefined}
        className="code"
        placeholder="7G2K 9QXM"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="search"
      />
      <Button type="submit">{t('code.submit')}</Button>
    </form>
  );
}
