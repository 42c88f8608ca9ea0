/** The mark of a household: kept, not kept with a note why, or none yet. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewPactMark, PactLine } from '@/api';
import { Button } from '../../ui/Button';
import { Sheet } from '../../ui/Sheet';
import { Status } from '../../ui/Status';
import { TextField } from '../../ui/TextField';
import { useCommand } from '../../ui/useCommand';

interface Props {
  line: PactLine;
  settled: boolean;
  record: (marks: NewPactMark[]) => Promise<unknown>;
}

export function Mark({ line, settled, record }: Props) {
  const { t } = useTranslation('phone-pact');
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState(line.note ?? '');
  const mark = useCommand(
    (kept: boolean | null) =>
      record([{ household_id: line.household_id, kept, ...(note.trim() !== '' && { note: note.trim() }) }]),
    t('building.recorded'),
    () => setOpen(false),
  );
  return (
    <div>
      <span>
        {line.door}
        {line.note && <span className="soft"> {line.note}</span>}
      </span>
      {line.kept != null && (
        <Status tone={line.kept ? 'good' : 'warning'}>{line.kept ? t('kept') : t('not_kept')}</Status>
      )}
      {!settled && (
        <Button aria-label={t('mark.of', { door: line.door })} onClick={() => setOpen(true)}>
          {line.kept == null ? t('mark.record') : t('mark.change')}
        </Button>
      )}
      <Sheet title={line.door} open={open} onClose={() => setOpen(false)}>
        <TextField
          label={t('mark.note')}
          value={note}
          onChange={setNote}
          error={mark.at('note')}
          maxLength={500}
          rows={2}
        />
        {mark.refusal}
        <Button tone="primary" wide busy={mark.busy} onClick={() => mark.start(true)}>
          {t('kept')}
        </Button>
        <Button tone="danger" wide busy={mark.busy} onClick={() => mark.start(false)}>
          {t('not_kept')}
        </Button>
        {line.kept != null && (
          <Button tone="plain" wide busy={mark.busy} onClick={() => mark.start(null)}>
            {t('mark.take_out')}
          </Button>
        )}
      </Sheet>
    </div>
  );
}
