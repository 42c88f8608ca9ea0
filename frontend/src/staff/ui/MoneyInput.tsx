/** An amount of money: typed in yuan, kept in fen. */

import { InputNumber } from 'antd';

interface Props {
  id?: string;
  value?: number | null;
  onChange?: (fen: number | null) => void;
}

export function MoneyInput({ id, value, onChange }: Props) {
  return (
    <InputNumber<number>
      {...(id !== undefined && { id })}
      prefix="¥"
      min={0}
      precision={2}
      value={typeof value === 'number' ? value / 100 : null}
      onChange={(yuan) => onChange?.(yuan === null ? null : Math.round(yuan * 100))}
      style={{ width: '100%' }}
    />
  );
}
