/** What the desk books by hand on a wallet: a correction, a deduction, a balance from before. */

import { Space } from 'antd';
import type { Resident } from '@/api';
import { AdjustButton } from './AdjustButton';
import { DeductButton } from './DeductButton';
import { OpeningButton } from './OpeningButton';

export function PointsActions({ resident }: { resident: Resident }) {
  return (
    <Space wrap>
      <OpeningButton resident={resident} />
      <DeductButton resident={resident} />
      <AdjustButton resident={resident} />
    </Space>
  );
}
