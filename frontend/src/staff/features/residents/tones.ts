/** Colours of what stands at a resident. */

import type { Resident } from '@/api';
import type { Tone } from '../../ui/Status';

export const tones: Record<Resident['state'], Tone> = { active: 'good', moved_out: 'ended', deceased: 'ended' };
