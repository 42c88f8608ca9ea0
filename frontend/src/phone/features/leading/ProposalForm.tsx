/** The form of a proposal: what is done, where, by which rule, and when. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '@/api';
import { beneficiaryValues, categoryValues, recruitValues } from '@/api/schema.gen';
import { Choice } from '../../ui/Choice';
import { Field } from '../../ui/Field';
import { Form } from '../../ui/Form';
import { TextField } from '../../ui/TextField';
import type { Command } from '../../ui/useCommand';
import { type Draft, rulesFor } from './proposal';
import { ShiftFields } from './ShiftFields';

interface Props {
  rules: Rule[];
  initial: Draft;
  submit: string;
  command: Command<Draft>;
}

export function ProposalForm({ rules, initial, submit, command }: Props) {
  const { t } = useTranslation('phone-leading');
  const { t: common } = useTranslation('common');
  const [draft, setDraft] = useState(initial);
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  return (
    <Form
      command={command}
      onSubmit={() => command.start(draft)}
      submit={submit}
      why={draft.rule_code === '' ? t('propose.rule_missing') : undefined}
    >
      <Field
        label={t('propose.name')}
        value={draft.title}
        onChange={(title) => set({ title })}
        error={command.at('title')}
        maxLength={60}
        required
      />
      <TextField
        label={t('propose.description')}
        hint={t('propose.description_hint')}
        value={draft.description}
        onChange={(description) => set({ description })}
        error={command.at('description')}
        maxLength={500}
        rows={3}
      />
      <Field
        label={t('propose.place')}
        value={draft.place}
        onChange={(place) => set({ place })}
        error={command.at('place')}
        maxLength={60}
        required
      />
      <Choice
        label={t('propose.rule')}
        placeholder={t('propose.rule_choose')}
        hint={t('propose.rule_hint')}
        value={draft.rule_code}
        onChange={(rule_code) => set({ rule_code })}
        options={rulesFor(rules).map(({ code, title, basis, points }) => ({
          value: code,
          label: `${title} · ${t(`propose.bases.${basis}`, { count: points })}`,
        }))}
        error={command.at('rule_code')}
      />
      <Choice
        label={t('propose.category')}
        value={draft.category}
        onChange={(category) => set({ category })}
        options={categoryValues.map((value) => ({ value, label: common(`categories.${value}`) }))}
        error={command.at('category')}
      />
      <Choice
        label={t('propose.beneficiary')}
        value={draft.beneficiary}
        onChange={(beneficiary) => set({ beneficiary })}
        options={beneficiaryValues.map((value) => ({ value, label: common(`beneficiaries.${value}`) }))}
        error={command.at('beneficiary')}
      />
      <Choice
        label={t('propose.recruit')}
        value={draft.recruit}
        onChange={(recruit) => set({ recruit })}
        options={recruitValues.map((value) => ({ value, label: t(`propose.recruits.${value}`) }))}
      />
      <ShiftFields shifts={draft.shifts} onChange={(shifts) => set({ shifts })} at={command.at} />
    </Form>
  );
}
