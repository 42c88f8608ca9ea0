/** The steps of the figures as charts, one below a heading each; the numbers stand in the table below. */

import { theme } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Figures } from '@/api';
import { Chart } from './Chart';
import { useStepName } from './useStepName';

type Props = Pick<Figures, 'steps' | 'by'>;

export default function Charts({ steps, by }: Props) {
  const { t } = useTranslation('staff-home');
  const { token } = theme.useToken();
  const names = steps.map(useStepName(by));
  return (
    <div className="charts">
      <Chart
        title={t('steps.participants')}
        names={names}
        series={[
          { name: t('steps.participants'), colour: token.colorPrimary, values: steps.map((step) => step.participants) },
        ]}
      />
      <Chart
        title={t('steps.points')}
        names={names}
        series={[
          { name: t('steps.issued'), colour: token.colorPrimary, values: steps.map((step) => step.issued) },
          { name: t('steps.spent'), colour: token.colorWarning, values: steps.map((step) => step.spent), line: true },
        ]}
      />
      <Chart
        title={t('steps.services')}
        names={names}
        series={[{ name: t('steps.services'), colour: token.colorPrimary, values: steps.map((step) => step.services) }]}
      />
    </div>
  );
}
