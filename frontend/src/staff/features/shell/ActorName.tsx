/** Who did something; choosing the name shows what else this person did. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  id: string | null | undefined;
  name: string | null | undefined;
  /** Without it, the name is a name. */
  onChoose?: (id: string) => void;
}

export function ActorName({ id, name, onChoose }: Props) {
  const { t } = useTranslation('staff');
  if (id === null || id === undefined) return t('person.program');
  if (onChoose === undefined) return name ?? '…';
  return (
    <Button
      type="link"
      size="small"
      style={{ padding: 0 }}
      title={t('person.only', { name: name ?? '' })}
      onClick={() => onChoose(id)}
    >
      {name ?? '…'}
    </Button>
  );
}
