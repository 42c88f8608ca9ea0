/** One rule of a draft: the form, and beside it what a deed would earn by it as it is saved. */

import { useNavigate } from '@tanstack/react-router';
import { Alert, Button, Card, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { $api, type DraftMultiplier, type DraftRule, type RulebookVersion } from '@/api';
import { Answer } from '../../ui/Answer';
import { showAtFields } from '../../ui/DialogForm';
import { Page } from '../../ui/Page';
import { useTold } from '../../ui/useTold';
import { inForm } from './inForm';
import { RuleFields } from './RuleFields';
import { Trial } from './Trial';

interface Props {
  id: string;
  /** The rule's code; none for a new rule. */
  code: string | undefined;
}

export function RuleEditor({ id, code }: Props) {
  const query = $api.useQuery('get', '/api/v1/rulebooks/{id}', { params: { path: { id } } });
  return <Answer query={query}>{(version) => <Editor version={version} code={code} />}</Answer>;
}

const fresh: Partial<DraftRule> = {
  basis: 'act',
  unit: 'resident',
  evidence: 'none',
  reviewers: { kind: 'one' },
  points: 1,
  caps: [],
  levels: [],
  multipliers: [],
};

function Editor({ version, code }: { version: RulebookVersion; code: string | undefined }) {
  const { t } = useTranslation('staff-rulebooks');
  const { t: words } = useTranslation('staff');
  const told = useTold();
  const navigate = useNavigate();
  const [form] = Form.useForm<DraftRule>();
  const [refusal, setRefusal] = useState<string>();
  const [changed, setChanged] = useState(false);
  const change = $api.useMutation('patch', '/api/v1/rulebooks/{id}');
  const { id, book } = version;
  const found = book.rules.findIndex((rule) => rule.code === code);
  const place = found < 0 ? book.rules.length : found;
  const rule = book.rules[place];

  const finish = async (values: DraftRule) => {
    setRefusal(undefined);
    const saved = asSent(values);
    const rules: DraftRule[] = [...book.rules.slice(0, place), saved, ...book.rules.slice(place + 1)];
    try {
      await change.mutateAsync({ params: { path: { id } }, body: { book: { ...book, rules } } });
      told.done(t('done.saved'));
      setChanged(false);
      await navigate({ to: '/rulebooks/$id/rule', params: { id }, search: { code: saved.code }, replace: true });
    } catch (error) {
      const here = inForm(error, `book.rules[${place}].`);
      setRefusal(showAtFields(form, here) ? words('state.look_at_fields') : told.sentence(error));
    }
  };

  return (
    <Page
      title={rule ? t('rule_of', { code: rule.code, title: rule.title }) : t('new_rule')}
      actions={
        <>
          <Button onClick={() => navigate({ to: '/rulebooks/$id/edit', params: { id } })}>{t('action.back')}</Button>
          <Button type="primary" loading={change.isPending} onClick={form.submit}>
            {t('action.save_rule')}
          </Button>
        </>
      }
    >
      <div className="beside">
        <Card>
          {refusal !== undefined && <Alert type="error" showIcon title={refusal} style={{ marginBottom: 16 }} />}
          <Form<DraftRule>
            form={form}
            layout="vertical"
            initialValues={rule ?? fresh}
            onFinish={finish}
            onValuesChange={() => setChanged(true)}
          >
            <RuleFields />
          </Form>
        </Card>
        <Trial
          rulebookId={id}
          rules={book.rules}
          {...(rule && { code: rule.code })}
          hint={t(changed ? 'trial_unsaved' : 'trial_saved')}
        />
      </div>
    </Page>
  );
}

/** What is not on the form for this kind of rule is said plainly all the same. */
const asSent = (values: DraftRule): DraftRule => ({
  ...values,
  multipliers: (values.multipliers ?? []).map(termsOnly),
  code: values.code.trim().toUpperCase(),
  points: values.points ?? 0,
  check: values.check ?? '',
  caps: values.caps ?? [],
  levels: values.levels ?? [],
  budget: typeof values.budget?.points === 'number' ? values.budget : null,
});

/** Of a multiplier whose kind was changed, what belongs to the kind it has now. */
function termsOnly(one: DraftMultiplier): DraftMultiplier {
  const { percent } = one;
  if (one.kind === 'night') return { kind: one.kind, percent, from: one.from, to: one.to };
  if (one.kind === 'category') return { kind: one.kind, percent, categories: one.categories ?? [] };
  return { kind: one.kind, percent };
}
