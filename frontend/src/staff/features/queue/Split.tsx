/** A list with what is chosen beside it; where there is no room, over it. */

import { Card, Drawer } from 'antd';
import type { ReactNode } from 'react';

interface Props {
  wide: boolean;
  list: ReactNode;
  detail: ReactNode;
  title: string;
  /** Whether the detail lies over the list now, where there is no room beside it. */
  opened: boolean;
  onClose: () => void;
}

export function Split({ wide, list, detail, title, opened, onClose }: Props) {
  return (
    <div style={{ display: 'grid', gap: 16, gridTemplateColumns: wide ? '380px minmax(0, 1fr)' : 'minmax(0, 1fr)' }}>
      <Card styles={{ body: { padding: 0 } }}>{list}</Card>
      {wide ? (
        <div
          style={{ position: 'sticky', top: 72, alignSelf: 'start', maxHeight: 'calc(100vh - 96px)', overflow: 'auto' }}
        >
          {detail}
        </div>
      ) : (
        <Drawer open={opened} onClose={onClose} title={title} size="100%">
          {detail}
        </Drawer>
      )}
    </div>
  );
}
