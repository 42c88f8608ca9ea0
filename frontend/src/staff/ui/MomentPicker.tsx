/** A day and a time on the community's clocks; UTC on the wire, whatever zone the device is in. */

import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { TIMEZONE } from '@/lib/format';

interface Props {
  id?: string;
  value?: string | null;
  onChange?: (utc: string | null) => void;
}

const WALL = 'YYYY-MM-DDTHH:mm';

export function MomentPicker({ id, value, onChange }: Props) {
  return (
    <DatePicker
      {...(id !== undefined && { id })}
      showTime={{ format: 'HH:mm', minuteStep: 5 }}
      format="YYYY/MM/DD HH:mm"
      value={value ? dayjs(dayjs.utc(value).tz(TIMEZONE).format(WALL)) : null}
      onChange={(chosen) => onChange?.(chosen ? dayjs.tz(chosen.format(WALL), TIMEZONE).utc().format() : null)}
      style={{ width: '100%' }}
    />
  );
}
