/** Choosing several at once, and deciding about all of them. */

import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Item, type Verb, ways } from './items';

interface Props {
  shown: Item[];
  chosen: Item[];
  onChoose: (chosen: ReadonlySet<string>) => void;
  busy: boolean;
  onVerb: (verb: Verb, items: Item[]) => void;
}

export function BulkBar({ shown, chosen, onChoose, busy, onVerb }: Props) {
  const { t } = useTranslation('staff-queue');
  const all = chosen.length === shown.length;
  const able = chosen.every(({ kind }) => ways[kind].approve !== undefined);
  const why = chosen.length === 0 ? t('bulk.none') : able ? undefined : t('bulk.unable');
  return (
    <div className="filters" style={{ padding: '10px 16px', borderBottom: '1px solid #f0f0f0' }}>
      <Checkbox
        checked={all}
        indeterminate={!all && chosen.length > 0}
        onChange={() => onChoose(new Set(all ? [] : shown.map(({ id }) => id)))}
        style={{ flex: 1 }}
      >
        {t('bulk.all')}
      </Checkbox>
      <Button
        size="small"
        loading={busy && chosen.length > 1}
        disabled={why !== undefined}
        title={why}
        onClick={() => onVerb('approve', chosen)}
      >
        {t('bulk.approve', { count: chosen.length })}
      </Button>
    </div>
  );
}
