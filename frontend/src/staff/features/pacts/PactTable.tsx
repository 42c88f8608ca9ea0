/** The households of a building: a mark and a note for each, and what it earned once it is settled. */

import { Button, Card, Input, type TableProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Pact, type PactLine } from '@/api';
import { signed } from '@/lib/format';
import { CommandButton } from '../../ui/CommandButton';
import { ResidentLink } from '../../ui/ResidentLink';
import { Rows } from '../../ui/Rows';
import { inOrder } from '../../ui/usePlaces';
import { useMe } from '../shell/useMe';
import { MarkShown } from './MarkShown';
import { changes, keepRest, type Mark, type Marks, markOf } from './marks';

export function PactTable({ pact, lines }: { pact: Pact; lines: PactLine[] }) {
  const { t } = useTranslation('staff-pacts');
  const { isDesk } = useMe();
  const [marks, setMarks] = useState<Marks>({});
  const record = $api.useMutation('patch', '/api/v1/buildings/{id}/pact');
  const editable = isDesk && !pact.settled_at;
  const change = (line: PactLine, next: Partial<Mark>) =>
    setMarks({ ...marks, [line.household_id]: { ...markOf(line, marks), ...next } });
  const sent = changes(lines, marks);
  const save = async () => {
    await record.mutateAsync({
      params: { path: { id: pact.building_id } },
      body: { month: pact.month, marks: sent },
    });
    setMarks({});
  };
  const columns: TableProps<PactLine>['columns'] = [
    { title: t('door'), dataIndex: 'door', width: 130 },
    {
      title: t('mark'),
      width: editable ? 240 : 100,
      render: (_, line) => (
        <MarkShown
          door={line.door}
          kept={markOf(line, marks).kept}
          {...(editable && { onKept: (kept) => change(line, { kept }) })}
        />
      ),
    },
    {
      title: t('note'),
      render: (_, line) =>
        editable ? (
          <Input
            aria-label={t('note_of', { door: line.door })}
            size="small"
            maxLength={500}
            value={markOf(line, marks).note}
            onChange={({ target }) => change(line, { note: target.value })}
            style={{ minWidth: 200 }}
          />
        ) : (
          line.note
        ),
    },
  ];
  const earned: TableProps<PactLine>['columns'] = [
    {
      title: t('points'),
      align: 'right',
      className: 'number',
      width: 80,
      render: (_, { points }) => (points == null ? '' : signed(points)),
    },
    { title: t('to'), width: 110, render: (_, { resident_id }) => resident_id && <ResidentLink id={resident_id} /> },
    {
      title: t('why'),
      render: (_, { explanation, reversed }) => (
        <span className="words">{[reversed && t('reversed'), explanation].filter(Boolean).join(' · ')}</span>
      ),
    },
  ];
  return (
    <Card styles={{ body: { padding: 0 } }}>
      {editable && (
        <div className="filters" style={{ padding: 16 }}>
          <Button onClick={() => setMarks(keepRest(lines, marks))}>{t('keep_rest')}</Button>
          <CommandButton
            type="primary"
            run={save}
            done={t('saved')}
            why={sent.length === 0 ? t('nothing_changed') : undefined}
          >
            {t('save', { count: sent.length })}
          </CommandButton>
        </div>
      )}
      <Rows<PactLine>
        rowKey="household_id"
        size="small"
        columns={pact.settled_at ? [...columns, ...earned] : columns}
        rows={lines.toSorted((a, b) => inOrder(a.door, b.door))}
        pageSize={50}
        empty={t('households_empty')}
      />
    </Card>
  );
}
