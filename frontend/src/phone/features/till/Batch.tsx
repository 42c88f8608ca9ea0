/** Confirming for a whole class: codes are gathered one by one, each looked up at once, and sent together. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { Screen } from '../../ui/Screen';
import { useStore } from '../shell/stores';
import { useAttempts } from './Attempts';
import { CodeField } from './CodeField';
import { Gathered, type Standing } from './Gathered';
import { ScanButton } from './ScanButton';
import { wakeSound } from './sound';

const MOST = 100;

export function Batch({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('phone-till');
  const { store } = useStore();
  const { keeper, isPending } = useAttempts();
  const [shown, setShown] = useState<string[]>([]);
  const [found, setFound] = useState<Record<string, Standing>>({});
  const add = (text: string) => setShown((before) => (before.includes(text) ? before : [text, ...before]));
  const drop = (text: string) => setShown((before) => before.filter((one) => one !== text));
  const codes = new Set(
    shown.flatMap((text) => {
      const one = found[text];
      return one?.isReady && !isPending(one.code) ? [one.code] : [];
    }),
  );
  const whyNot = () => {
    if (codes.size > MOST) return t('many.too_many', { most: MOST });
    return codes.size === 0 ? t('many.empty') : undefined;
  };
  const confirm = () => {
    wakeSound();
    keeper.begin({ many: { store_id: store.id, items: [...codes].reverse().map((code) => ({ code })) } });
    onDone();
  };
  return (
    <Screen title={t('many.title')} back>
      <p className="soft">{t('many.about')}</p>
      <ScanButton label={t('many.scan')} onCode={add} />
      <CodeField onCode={add} />
      <ul className="stack">
        {shown.map((text) => (
          <Gathered
            key={text}
            presented={text}
            storeId={store.id}
            onDrop={() => drop(text)}
            onStanding={(standing) => setFound((before) => ({ ...before, [text]: standing }))}
          />
        ))}
      </ul>
      <Button wide data-tall tone={codes.size > 0 ? 'primary' : undefined} onClick={confirm} why={whyNot()}>
        {t('many.confirm', { count: codes.size })}
      </Button>
    </Screen>
  );
}
