/** Which keys the queue listens to. */

import { Typography } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

const keys = [
  ['next', ['J', '↓']],
  ['previous', ['K', '↑']],
  ['approve', ['A']],
  ['send_back', ['R']],
  ['open', ['↵']],
] as const;

export function KeyLegend() {
  const { t } = useTranslation('staff-queue');
  return (
    <Typography.Text type="secondary" style={{ fontSize: 13 }}>
      {keys.map(([action, names]) => (
        <Fragment key={action}>
          {names.map((name) => (
            <Typography.Text key={name} keyboard>
              {name}
            </Typography.Text>
          ))}
          <span style={{ marginInline: '2px 12px' }}>{t(`key.${action}`)}</span>
        </Fragment>
      ))}
    </Typography.Text>
  );
}
