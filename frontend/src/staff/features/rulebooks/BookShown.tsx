/** A version of the rule book as a person reads it: what holds for all, then rule by rule. */

import { Card, Descriptions, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule, Rulebook } from '@/api';
import { Rows } from '../../ui/Rows';
import { useRuleWords } from './useRuleWords';

interface Props {
  book: Rulebook;
  /** What can be done with a rule, at the end of its line. */
  action?: (rule: Rule, index: number) => ReactNode;
}

export function BookShown({ book, action }: Props) {
  const { t } = useTranslation('staff-rulebooks');
  const words = useRuleWords();
  const columns: TableProps<Rule>['columns'] = [
    { title: t('code'), dataIndex: 'code', render: (code: string) => <strong>{code}</strong> },
    { title: t('deed'), dataIndex: 'title' },
    { title: t('points'), render: (_, rule) => <Lines of={words.points(rule)} /> },
    { title: t('most'), render: (_, rule) => <Lines of={words.caps(rule)} /> },
    { title: t('conditions'), render: (_, rule) => <Lines of={words.conditions(rule)} /> },
    { title: t('check'), render: (_, rule) => <Lines of={words.checks(rule)} /> },
    ...(action
      ? [
          {
            key: 'actions',
            title: t('edit_column'),
            render: (_: unknown, rule: Rule, index: number) => action(rule, index),
          },
        ]
      : []),
  ];
  return (
    <>
      <Card title={<h2 className="card-title">{t('general')}</h2>}>
        <Descriptions
          column={1}
          size="small"
          styles={{ label: { width: 128 } }}
          items={words.general(book).map(({ label, words: lines }) => ({
            key: label,
            label,
            children: <Lines of={lines} />,
          }))}
        />
      </Card>
      <Card
        title={<h2 className="card-title">{t('rules_of', { count: book.rules.length })}</h2>}
        styles={{ body: { padding: 0 } }}
      >
        <Rows<Rule> rowKey="code" columns={columns} rows={book.rules} />
      </Card>
    </>
  );
}

const Lines = ({ of }: { of: string[] }) => (
  <>
    {of.length === 0 && '–'}
    {of.map((line) => (
      <div key={line} className="number clause">
        {line}
      </div>
    ))}
  </>
);
