/** The store that a merchant works in now: of several the one that was chosen last on this device. */

import { createContext, type ReactNode, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type Store } from '@/api';
import { Answer } from '../../ui/Answer';
import { Button } from '../../ui/Button';
import { Screen } from '../../ui/Screen';
import { useMe } from './useMe';

const STORED = 'linli-store';

interface Choice {
  store: Store;
  /** Chooses again; none if there is nothing to choose. */
  change: (() => void) | undefined;
}

export const StoreChosen = createContext<Choice | undefined>(undefined);

export function useStore(): Choice {
  const choice = useContext(StoreChosen);
  if (choice === undefined) throw new Error('no store is chosen here');
  return choice;
}

export function StoreChoice({ children }: { children: ReactNode }) {
  const { me } = useMe();
  const [chosen, setChosen] = useState(() => localStorage.getItem(STORED));
  const choose = (id: string) => {
    localStorage.setItem(STORED, id);
    setChosen(id);
  };
  const [first, ...others] = me.store_ids;
  const id = others.length === 0 ? first : me.store_ids.find((one) => one === chosen);
  const change = others.length === 0 ? undefined : () => setChosen(null);
  if (id === undefined) return <Choose ids={me.store_ids} onChoose={choose} />;
  return <WithStore id={id}>{(store) => <StoreChosen value={{ store, change }}>{children}</StoreChosen>}</WithStore>;
}

function Choose({ ids, onChoose }: { ids: string[]; onChoose: (id: string) => void }) {
  const { t } = useTranslation('phone-till');
  return (
    <Screen title={t('store.choose')}>
      {ids.length === 0 && <p className="note">{t('store.none')}</p>}
      {ids.map((id) => (
        <WithStore key={id} id={id}>
          {({ name }) => (
            <Button wide onClick={() => onChoose(id)}>
              {name}
            </Button>
          )}
        </WithStore>
      ))}
    </Screen>
  );
}

function WithStore({ id, children }: { id: string; children: (store: Store) => ReactNode }) {
  const query = $api.useQuery('get', '/api/v1/stores/{id}', { params: { path: { id } } });
  return <Answer query={query}>{children}</Answer>;
}
