/** Which kind of thing is shown, with how many of each wait. */

import { Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Item, type Kind, kinds } from './items';

interface Props {
  waiting: Record<Kind, Item[]>;
  value: Kind | undefined;
  onChange: (kind: Kind | undefined) => void;
}

export function KindFilter({ waiting, value, onChange }: Props) {
  const { t } = useTranslation('staff-queue');
  const total = kinds.reduce((sum, kind) => sum + waiting[kind].length, 0);
  const shown = kinds.filter((kind) => waiting[kind].length > 0 || kind === value);
  return (
    <Radio.Group
      aria-label={t('filter')}
      value={value ?? 'all'}
      onChange={({ target }) => onChange(kinds.find((kind) => kind === target.value))}
      style={{ display: 'flex', flexWrap: 'wrap', rowGap: 8 }}
    >
      <Radio.Button value="all">{t('count', { name: t('all'), count: total })}</Radio.Button>
      {shown.map((kind) => (
        <Radio.Button key={kind} value={kind}>
          {t('count', { name: t(`kind.${kind}`), count: waiting[kind].length })}
        </Radio.Button>
      ))}
    </Radio.Group>
  );
}
