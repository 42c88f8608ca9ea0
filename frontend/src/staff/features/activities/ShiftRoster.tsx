/** A shift: its time and places, who signed up, who came, and what it earned. */

import { Card, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Activity, RosterLine, Shift } from '@/api';
import { clock, moment, signed, span, whole } from '@/lib/format';
import { LinkButton } from '../../ui/LinkButton';
import { ResidentLink } from '../../ui/ResidentLink';
import { useMe } from '../shell/useMe';
import { CapacityButton } from './CapacityButton';
import { LineActions } from './LineActions';
import { RecordButton } from './RecordButton';
import { SignUpButton } from './SignUpButton';
import './shifts.css';
import { Rows } from '../../ui/Rows';

interface Props {
  title: string;
  activity: Activity;
  shift: Shift;
  lines: RosterLine[];
}

export function ShiftRoster({ title, activity: { state }, shift, lines }: Props) {
  const { t } = useTranslation('staff-activities');
  const { isDesk } = useMe();
  const open = state === 'recruiting' || state === 'running';
  const time = (utc?: string | null) => (utc ? clock(utc) : '');
  const actions = {
    key: 'actions',
    title: t('do'),
    width: 120,
    render: (_: unknown, line: RosterLine) => <LineActions line={line} shift={shift} state={state} />,
  };
  const columns: TableProps<RosterLine>['columns'] = [
    {
      title: t('resident'),
      width: 120,
      render: (_, { resident_id, resident_name }) => <ResidentLink id={resident_id} name={resident_name} />,
    },
    { title: t('signed_up'), width: 90, render: (_, { signup_id }) => (signup_id ? t('yes') : t('walk_in')) },
    { title: t('checked_in'), dataIndex: 'checked_in_at', className: 'number', width: 80, render: time },
    { title: t('checked_out'), dataIndex: 'checked_out_at', className: 'number', width: 80, render: time },
    {
      title: t('minutes'),
      align: 'right',
      className: 'number',
      width: 120,
      render: (_, { minutes }) => (minutes == null ? '' : whole(minutes)),
    },
    {
      title: t('source'),
      width: 110,
      render: (_, { source, hardship }) =>
        [source && t(`sources.${source}`), hardship && t('hardship')].filter(Boolean).join(' · '),
    },
    {
      title: t('points'),
      align: 'right',
      className: 'number',
      width: 80,
      render: (_, { points }) => (points == null ? '' : signed(points)),
    },
    {
      title: t('why'),
      dataIndex: 'explanation',
      render: (text: string | null) => text && <span className="words">{text}</span>,
    },
    ...(open ? [actions] : []),
  ];
  return (
    <Card styles={{ body: { padding: 0 } }}>
      <div className="shift-head">
        <h2>{title}</h2>
        <span className="number">{span(shift.starts_at, shift.ends_at)}</span>
        <span className="number">{t('places', { taken: shift.taken, capacity: shift.capacity })}</span>
        {shift.recorded_at && <span className="number">{t('recorded', { at: moment(shift.recorded_at) })}</span>}
        <div className="filters">
          {open && <CapacityButton shift={shift} />}
          {open && isDesk && <SignUpButton shiftId={shift.id} />}
          {open && (
            <LinkButton size="small" to="/shifts/$id/board" params={{ id: shift.id }} target="_blank">
              {t('board.open')}
            </LinkButton>
          )}
          {(state === 'running' || state === 'closed') && <RecordButton shift={shift} lines={lines} />}
        </div>
      </div>
      <Rows<RosterLine> rowKey="resident_id" columns={columns} rows={lines} empty={t('roster_empty')} />
    </Card>
  );
}
