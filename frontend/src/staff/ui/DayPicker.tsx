/** A civil day (`2026-03-01`) or a month (`2026-03`) of the community. */

import { DatePicker } from 'antd';
import dayjs from 'dayjs';

interface Props {
  id?: string;
  /** What it is for, where there is no label beside it. */
  label?: string;
  month?: boolean;
  value?: string | null | undefined;
  onChange?: (day: string | undefined) => void;
  width?: number | string;
}

export function DayPicker({ id, label, month = false, value, onChange, width = 160 }: Props) {
  const written = month ? 'YYYY-MM' : 'YYYY-MM-DD';
  return (
    <DatePicker
      {...(id !== undefined && { id })}
      {...(label !== undefined && { 'aria-label': label, placeholder: label })}
      picker={month ? 'month' : 'date'}
      format={month ? 'YYYY/MM' : 'YYYY/MM/DD'}
      value={value ? dayjs(value) : null}
      onChange={(chosen) => onChange?.(chosen ? chosen.format(written) : undefined)}
      style={{ width }}
    />
  );
}
