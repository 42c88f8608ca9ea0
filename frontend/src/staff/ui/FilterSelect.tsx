/** A filter of a list: one of some words, or all. */

import { Select } from 'antd';

interface Props<V extends string> {
  label: string;
  value: V | undefined;
  options: { value: V; label: string }[];
  onChange: (value: V | undefined) => void;
  width?: number;
}

export function FilterSelect<V extends string>({ label, value, options, onChange, width = 140 }: Props<V>) {
  return (
    <Select<V | null>
      allowClear
      aria-label={label}
      placeholder={label}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width }}
    />
  );
}
