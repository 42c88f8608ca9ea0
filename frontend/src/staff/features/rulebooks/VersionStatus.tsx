/** Whether a version is a draft, still to come, in force, or gone. */

import { useTranslation } from 'react-i18next';
import { $api, type RulebookVersion } from '@/api';
import { Status, type Tone } from '../../ui/Status';

type Standing = 'draft' | 'coming' | 'in_force' | 'replaced';

const tones: Record<Standing, Tone> = { draft: 'neutral', coming: 'waiting', in_force: 'good', replaced: 'ended' };

export function VersionStatus({ version }: { version: RulebookVersion }) {
  const { t } = useTranslation('staff-rulebooks');
  const inForce = $api.useQuery('get', '/api/v1/rulebooks/in-force');
  const standing = standingOf(version, inForce.data);
  return <Status tone={tones[standing]}>{t(`standing.${standing}`)}</Status>;
}

function standingOf(version: RulebookVersion, inForce: RulebookVersion | undefined): Standing {
  if (!version.in_force_from) return 'draft';
  if (version.id === inForce?.id) return 'in_force';
  return version.in_force_from > (inForce?.in_force_from ?? '') ? 'coming' : 'replaced';
}
