/** The form of a deed: what it was, when, for whom, with photos; it says beforehand what it would earn. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportedDeed, Rule } from '@/api';
import { categoryValues } from '@/api/schema.gen';
import { Check } from '../../ui/Check';
import { Choice } from '../../ui/Choice';
import { Field } from '../../ui/Field';
import { Form } from '../../ui/Form';
import { TextField } from '../../ui/TextField';
import type { Command } from '../../ui/useCommand';
import { asksOf, type Draft, deedOf } from './deed';
import { Expected } from './Expected';
import { PhotoPicker } from './PhotoPicker';

interface Props {
  rules: Rule[];
  initial: Draft;
  submit: string;
  command: Command<ReportedDeed>;
}

export function DeedForm({ rules, initial, submit, command }: Props) {
  const { t } = useTranslation('phone-claims');
  const { t: common } = useTranslation('common');
  const [draft, setDraft] = useState(initial);
  const [sending, setSending] = useState(false);
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const rule = rules.find((one) => one.code === draft.rule_code);
  const asks = asksOf(rule);
  return (
    <Form
      command={command}
      onSubmit={() => command.start(deedOf(draft, rule))}
      submit={submit}
      why={sending ? t('photos.wait') : rule === undefined ? t('fields.rule_missing') : undefined}
    >
      <Choice
        label={t('fields.rule')}
        placeholder={t('fields.rule_hint')}
        value={draft.rule_code}
        onChange={(rule_code) => set({ rule_code })}
        options={rules.map((one) => ({ value: one.code, label: one.title }))}
        error={command.at('rule_code')}
        hint={rule && t('fields.checked_by', { who: rule.check })}
      />
      {asks.level && rule && (
        <Choice
          label={t('fields.level')}
          placeholder={t('fields.level_hint')}
          value={draft.level}
          onChange={(level) => set({ level })}
          options={rule.levels.map((one) => ({ value: one.name, label: one.name }))}
          error={command.at('level')}
        />
      )}
      <TextField
        label={t('fields.description')}
        hint={t('fields.description_hint')}
        value={draft.description}
        onChange={(description) => set({ description })}
        error={command.at('description')}
        maxLength={500}
        required
      />
      <Field
        label={t('fields.began_at')}
        type="datetime-local"
        value={draft.began_at}
        onChange={(began_at) => set({ began_at })}
        error={command.at('began_at')}
        required
      />
      {asks.minutes && (
        <Field
          label={t('fields.minutes')}
          inputMode="numeric"
          value={draft.minutes}
          onChange={(typed) => set({ minutes: typed.replace(/\D/g, '') })}
          error={command.at('minutes')}
          required
        />
      )}
      {asks.category && (
        <Choice
          label={t('fields.category')}
          placeholder={t('fields.category_hint')}
          value={draft.category ?? ''}
          onChange={(category) => set({ category })}
          options={categoryValues.map((value) => ({ value, label: common(`categories.${value}`) }))}
          error={command.at('category')}
        />
      )}
      {asks.hardship && (
        <Check label={t('fields.hardship')} checked={draft.hardship} onChange={(hardship) => set({ hardship })} />
      )}
      <Field
        label={t('fields.place')}
        value={draft.place}
        onChange={(place) => set({ place })}
        error={command.at('place')}
        maxLength={100}
      />
      <Field
        label={t('fields.beneficiary_name')}
        value={draft.beneficiary_name}
        onChange={(beneficiary_name) => set({ beneficiary_name })}
        error={command.at('beneficiary_name')}
        maxLength={60}
      />
      <Field
        label={t('fields.beneficiary_card_code')}
        hint={rule?.beneficiary_confirms ? t('fields.beneficiary_confirms') : undefined}
        value={draft.beneficiary_card_code}
        onChange={(beneficiary_card_code) => set({ beneficiary_card_code })}
        error={command.at('beneficiary_card_code')}
        autoComplete="off"
        autoCapitalize="characters"
      />
      {rule?.evidence === 'photo' && <p className="note">{t('photos.needed')}</p>}
      <PhotoPicker
        photos={draft.photos}
        onChange={(change) => setDraft((before) => ({ ...before, photos: change(before.photos) }))}
        onBusy={setSending}
      />
      {rule && <Expected deed={deedOf(draft, rule)} />}
    </Form>
  );
}
