/** The way to everything that a person can do; with large type first to what is needed most. */

import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import { useLarge } from './large';
import { useMe } from './useMe';

type Person = ReturnType<typeof useMe>;

const resident = (person: Person) => person.isResident;

/** `main` tiles stand first with large type. */
const tiles = [
  { to: '/vouchers', label: 'vouchers', sign: 'offer', main: true, isFor: resident },
  { to: '/orders', label: 'orders', sign: 'order', main: true, isFor: resident },
  { to: '/claims', label: 'claims', sign: 'claim', main: true, isFor: resident },
  { to: '/me/card', label: 'card', sign: 'scan', main: true, isFor: resident },
  { to: '/leading', label: 'leading', sign: 'lead', main: true, isFor: (person: Person) => person.isLeader },
  { to: '/pact/buildings', label: 'building', sign: 'pact', main: true, isFor: (person: Person) => person.isBlockHead },
  { to: '/teams', label: 'teams', sign: 'team', main: false, isFor: resident },
  { to: '/wishes', label: 'wishes', sign: 'wish', main: false, isFor: resident },
  { to: '/points/give', label: 'give', sign: 'gift', main: false, isFor: resident },
  { to: '/honours', label: 'honours', sign: 'honour', main: false, isFor: resident },
  { to: '/pact', label: 'pact', sign: 'pact', main: false, isFor: resident },
] as const;

export function Tiles() {
  const { t } = useTranslation('phone-home');
  const person = useMe();
  const large = useLarge();
  const own = tiles.filter((tile) => tile.isFor(person));
  const others = own.filter((tile) => !tile.main);
  return (
    <nav aria-label={t('tiles.label')} className="stack">
      <List of={large ? own.filter((tile) => tile.main) : own} />
      {large && others.length > 0 && (
        <details>
          <summary>{t('tiles.more')}</summary>
          <List of={others} />
        </details>
      )}
    </nav>
  );
}

function List({ of }: { of: readonly (typeof tiles)[number][] }) {
  const { t } = useTranslation('phone-home');
  return (
    <ul className="tiles">
      {of.map((tile) => (
        <li key={tile.label}>
          <Link to={tile.to}>
            <Icon sign={tile.sign} />
            {t(`tiles.${tile.label}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
