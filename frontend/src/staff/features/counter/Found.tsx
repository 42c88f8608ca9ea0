/** Who was found by what was typed at the counter. */

import { useTranslation } from 'react-i18next';
import type { ListedResident } from '@/api';
import { grouped } from '@/lib/format';

interface Props {
  id: string;
  people: ListedResident[];
  marked: number;
  onChoose: (resident: ListedResident) => void;
}

export function Found({ id, people, marked, onChoose }: Props) {
  const { t } = useTranslation('staff-counter');
  return (
    <div id={id} role="listbox" aria-label={t('found')} className="counter-found" hidden={people.length === 0}>
      {people.map((one, index) => (
        // The field has the focus and the keys; the list is for eyes and fingers.
        // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Enter of the field choose
        // biome-ignore lint/a11y/useFocusableInteractive: the field names the marked one by aria-activedescendant
        <div
          key={one.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === marked}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(one)}
        >
          <strong>{one.name}</strong>
          <span>{one.birth_year && t('born', { year: one.birth_year })}</span>
          <span>{one.phone ?? t('no_phone')}</span>
          <span>{one.address}</span>
          <span className="number">{grouped(one.card_code)}</span>
        </div>
      ))}
    </div>
  );
}
