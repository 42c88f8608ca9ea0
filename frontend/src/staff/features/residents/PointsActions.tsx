/** What the desk books by hand on a wallet: a gift in the resident's place, a balance from before, a deduction, a correction. */

import { Space } from 'antd';
import type { Resident, Wallet } from '@/api';
import { AdjustButton } from './AdjustButton';
import { DeductButton } from './DeductButton';
import { GiveButton } from './GiveButton';
import { OpeningButton } from './OpeningButton';

export function PointsActions({ resident, wallet }: { resident: Resident; wallet: Wallet }) {
  return (
    <Space wrap>
      <GiveButton resident={resident} wallet={wallet} />
      <OpeningButton resident={resident} />
      <DeductButton resident={resident} />
      <AdjustButton resident={resident} />
    </Space>
  );
}
