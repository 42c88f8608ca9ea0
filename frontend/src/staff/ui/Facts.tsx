/** What is known of a thing, line by line: its name, its value. */

import { Card, Descriptions } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  /** Label and value; a line without a value is left out. */
  facts: [label: string, value: ReactNode][];
  columns?: number;
  title?: string;
}

export function Facts({ facts, columns = 3, title }: Props) {
  const items = facts
    .filter(([, value]) => value !== undefined && value !== null && value !== '' && value !== false)
    .map(([label, children]) => ({ key: label, label, children }));
  return (
    <Card {...(title !== undefined && { title })}>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 1, md: 2, lg: Math.min(columns, 2), xl: columns }}
        items={items}
      />
    </Card>
  );
}
