/** What the charts show, in numbers: for those who do not see them, and for those who want to know exactly. */

import { useTranslation } from 'react-i18next';
import type { Figures } from '@/api';
import { whole } from '@/lib/format';
import { useStepName } from './useStepName';

type Props = Pick<Figures, 'steps' | 'by'>;

export function StepTable({ steps, by }: Props) {
  const { t } = useTranslation('staff-home');
  const nameOf = useStepName(by);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section className="steps" aria-label={t('steps.table')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t(`steps.${by}`)}</th>
            <th scope="col">{t('steps.participants')}</th>
            <th scope="col">{t('steps.issued')}</th>
            <th scope="col">{t('steps.spent')}</th>
            <th scope="col">{t('steps.services')}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.from}>
              <th scope="row">{nameOf(step)}</th>
              <td>{whole(step.participants)}</td>
              <td>{whole(step.issued)}</td>
              <td>{whole(step.spent)}</td>
              <td>{whole(step.services)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
