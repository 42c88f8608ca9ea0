/** The tabs at the bottom, by what a person is. */

import type { useMe } from './useMe';

type Person = ReturnType<typeof useMe>;

const resident = (person: Person) => person.isResident;

export const tabs = [
  { to: '/', label: 'home', sign: 'home', isFor: () => true },
  { to: '/activities', label: 'activities', sign: 'activity', isFor: resident },
  { to: '/offers', label: 'offers', sign: 'offer', isFor: resident },
  { to: '/rewards', label: 'rewards', sign: 'reward', isFor: resident },
  { to: '/me', label: 'me', sign: 'me', isFor: () => true },
] as const;
