/** A list with what is chosen beside it; where there is no room, over it. */

import { Card, Drawer } from 'antd';
import { type ReactNode, Suspense } from 'react';
import { Loading } from '../../ui/Loading';

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
  // Its words may still have to come: the list stays meanwhile, and keeps the focus to give back to.
  const shown = <Suspense fallback={<Loading />}>{detail}</Suspense>;
  return (
    <div style={{ display: 'grid', gap: 16, gridTemplateColumns: wide ? '380px minmax(0, 1fr)' : 'minmax(0, 1fr)' }}>
      <Card styles={{ body: { padding: 0 } }}>{list}</Card>
      {wide ? (
        <div
          style={{ position: 'sticky', top: 72, alignSelf: 'start', maxHeight: 'calc(100vh - 96px)', overflow: 'auto' }}
        >
          {shown}
        </div>
      ) : (
        <Drawer open={opened} onClose={onClose} title={title} size="100%">
          {shown}
        </Drawer>
      )}
    </div>
  );
}
