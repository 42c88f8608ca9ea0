/** A hash, whole and to be copied. */

import { Typography } from 'antd';

export function HashShown({ hash }: { hash: string }) {
  return (
    <Typography.Text copyable style={{ fontFamily: 'ui-monospace, monospace', fontSize: 13, wordBreak: 'break-all' }}>
      {hash}
    </Typography.Text>
  );
}
