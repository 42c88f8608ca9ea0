/** A person on a roster: whether they came, and the minutes where they do not follow from check-in and check-out. */

import { useTranslation } from 'react-i18next';
import { clock } from '@/lib/format';
import { Check } from '../../ui/Check';
import { Field } from '../../ui/Field';
import { type Person, ticked } from './roster';

interface Props {
  person: Person;
  /** How many minutes the shift has. */
  length: number;
  fixed: boolean;
  onChange: (person: Person) => void;
}

export function PersonLine({ person, length, fixed, onChange }: Props) {
  const { t } = useTranslation('phone-leading');
  const { checkedIn, checkedOut, earned } = person;
  return (
    <article className="card">
      <Check
        label={<strong>{person.name}</strong>}
        checked={person.came}
        disabled={fixed}
        onChange={(came) => onChange(ticked(person, came, length))}
      />
      {checkedIn !== undefined && (
        <p className="soft">
          {t('roster.in', { time: clock(checkedIn) })}
          {checkedOut !== undefined && ` · ${t('roster.out', { time: clock(checkedOut) })}`}
        </p>
      )}
      {earned && (
        <>
          <p>{t('roster.earned', { minutes: earned.minutes, count: earned.points })}</p>
          <p className="soft">{earned.why}</p>
        </>
      )}
      {person.came && !fixed && (
        <>
          <Field
            label={t('roster.minutes', { name: person.name })}
            hint={checkedIn && checkedOut ? t('roster.minutes_hint') : t('roster.minutes_whole', { minutes: length })}
            inputMode="numeric"
            value={person.minutes}
            onChange={(typed) => onChange({ ...person, minutes: typed.replace(/\D/g, '') })}
          />
          <Check
            label={t('roster.hardship')}
            checked={person.hardship}
            onChange={(hardship) => onChange({ ...person, hardship })}
          />
        </>
      )}
    </article>
  );
}
