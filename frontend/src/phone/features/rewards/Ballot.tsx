/** A ballot: so many candidates as the poll allows, and what else one would like. Voting again puts it in the place of the one before. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type OwnWishPoll } from '@/api';
import { moment } from '@/lib/format';
import { Check } from '../../ui/Check';
import { Field } from '../../ui/Field';
import { Form } from '../../ui/Form';
import { useCommand } from '../../ui/useCommand';

export function Ballot({ poll }: { poll: OwnWishPoll }) {
  const { t } = useTranslation('phone-rewards');
  const own = poll.own_ballot;
  const [chosen, setChosen] = useState<string[]>(own?.candidate_ids ?? []);
  const [suggestion, setSuggestion] = useState(own?.suggestion ?? '');
  const { mutateAsync } = $api.useMutation('put', '/api/v1/wish-polls/{id}/ballot');
  const wish = suggestion.trim();
  const vote = useCommand(
    () =>
      mutateAsync({
        params: { path: { id: poll.id } },
        body: { candidate_ids: chosen, ...(wish !== '' && { suggestion: wish }) },
      }),
    t('wishes.voted'),
  );
  const toggle = (id: string, on: boolean) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  const nothing = chosen.length === 0 && wish === '';
  return (
    <Form
      command={vote}
      onSubmit={vote.start}
      submit={own ? t('wishes.vote_again') : t('wishes.vote')}
      why={nothing ? t('wishes.nothing') : undefined}
    >
      {own && (
        <p className="note" data-tone="good">
          {t('wishes.own', { time: moment(own.cast_at) })}
        </p>
      )}
      <fieldset className="options">
        <legend>{t('wishes.choose', { choices: poll.choices, chosen: chosen.length })}</legend>
        {poll.candidates.map((candidate) => (
          <Check
            key={candidate.id}
            label={
              <>
                {candidate.name}{' '}
                {candidate.age_group !== 'all' && <span className="soft">{t(`groups.${candidate.age_group}`)}</span>}
              </>
            }
            checked={chosen.includes(candidate.id)}
            disabled={!chosen.includes(candidate.id) && chosen.length >= poll.choices}
            onChange={(on) => toggle(candidate.id, on)}
          />
        ))}
      </fieldset>
      <Field
        label={t('wishes.suggestion')}
        hint={t('wishes.suggestion_hint')}
        value={suggestion}
        onChange={setSuggestion}
        error={vote.at('suggestion')}
        maxLength={40}
      />
    </Form>
  );
}
