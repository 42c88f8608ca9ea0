/** A filter of a list by words, which are looked for when they are whole: by Enter or the button. */

import { Input } from 'antd';
import { useState } from 'react';

interface Props {
  label: string;
  value: string | undefined;
  onChange: (words: string | undefined) => void;
  width?: number;
}

export function FindInput({ label, value = '', onChange, width = 180 }: Props) {
  const [typed, setTyped] = useState(value);
  const [looked, setLooked] = useState(value);
  // The list on screen is another one, maybe by going back: these are its words.
  if (value !== looked) {
    setLooked(value);
    setTyped(value);
  }
  return (
    <Input.Search
      allowClear
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      maxLength={60}
      onSearch={(words) => onChange(words.trim() || undefined)}
      style={{ width }}
    />
  );
}
