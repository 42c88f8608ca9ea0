/** Whether the household may spend the resident's points too. */

import { useTranslation } from 'react-i18next';
import { $api } from '@/api';
import { Check } from '../../ui/Check';
import { useCommand } from '../../ui/useCommand';

export function Pooling({ residentId, pooled }: { residentId: string; pooled: boolean }) {
  const { t } = useTranslation('phone-points');
  const { mutateAsync } = $api.useMutation('put', '/api/v1/residents/{id}/pooling');
  const change = useCommand(
    () => mutateAsync({ params: { path: { id: residentId } }, body: { agreed: !pooled } }),
    pooled ? t('pooling.ended') : t('pooling.begun'),
  );
  return (
    <section className="card">
      <h2>{t('pooling.title')}</h2>
      <Check
        asSwitch
        label={t('pooling.label')}
        checked={pooled}
        disabled={change.busy}
        onChange={() => change.start()}
      />
      <p className="soft">{t('pooling.about')}</p>
      {change.refusal}
    </section>
  );
}
