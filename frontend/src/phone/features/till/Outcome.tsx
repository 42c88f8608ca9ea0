/** What became of one attempt, or that nobody knows yet. Its colour, its words and its sign say the same. */

import { useTranslation } from 'react-i18next';
import { sentenceOf } from '@/lib/errors';
import { clock, grouped } from '@/lib/format';
import { Button } from '../../ui/Button';
import { useAttempts } from './Attempts';
import { type Attempt, codesOf, isOpen } from './attempt';
import { Done } from './Done';
import { ManyDone } from './ManyDone';

const tones = {
  sending: 'waiting',
  asking: 'waiting',
  unknown: 'waiting',
  done: 'good',
  refused: 'bad',
  lost: 'bad',
} as const;

export function Outcome({ attempt }: { attempt: Attempt }) {
  const { t } = useTranslation('phone-till');
  const { keeper } = useAttempts();
  return (
    <section className="outcome" data-tone={tones[attempt.state]} aria-label={t('outcome.label')}>
      <Words attempt={attempt} />
      {!isOpen(attempt) && (
        <Button tone="plain" onClick={() => keeper.dismiss(attempt.key)}>
          {t('outcome.dismiss')}
        </Button>
      )}
    </section>
  );
}

function Words({ attempt }: { attempt: Attempt }) {
  const { t, i18n } = useTranslation('phone-till');
  const { keeper } = useAttempts();
  const codes = codesOf(attempt);
  const which =
    codes.length > 1 || 'many' in attempt.asked
      ? t('outcome.which_many', { count: codes.length, at: clock(attempt.at) })
      : t('outcome.which', { code: codes.map(grouped).join(), at: clock(attempt.at) });
  switch (attempt.state) {
    case 'sending':
      return <h2>{t('outcome.sending')}</h2>;
    case 'asking':
    case 'unknown':
      return (
        <>
          <h2>{t('outcome.unknown')}</h2>
          <p>{which}</p>
          <p>{t('outcome.unknown_hint')}</p>
          <Button busy={attempt.state === 'asking'} onClick={keeper.askNow}>
            {t('outcome.ask')}
          </Button>
        </>
      );
    case 'refused':
      return (
        <>
          <h2>{t(attempt.late ? 'outcome.refused_late' : 'outcome.refused')}</h2>
          <p>{sentenceOf(attempt.problem, i18n.language)}</p>
          <p>{which}</p>
        </>
      );
    case 'lost':
      return (
        <>
          <h2>{t('outcome.lost')}</h2>
          <p>{which}</p>
          <p>{t('outcome.lost_hint')}</p>
        </>
      );
    case 'done': {
      const [first] = attempt.results;
      if ('many' in attempt.asked) return <ManyDone results={attempt.results} codes={codes} />;
      if (!first?.confirmation) return null;
      return (
        <Done
          confirmation={first.confirmation}
          late={attempt.late}
          onUndone={(confirmation) => keeper.amend(attempt.key, [{ confirmation }])}
        />
      );
    }
  }
}
