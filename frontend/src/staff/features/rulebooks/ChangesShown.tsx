/** What is different between two versions, clause by clause, in words. */

import { Card, Empty, type TableProps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Clause, ClauseChange, Rule, Rulebook, RulebookChanges } from '@/api';
import { Rows } from '../../ui/Rows';
import { useRuleWords } from './useRuleWords';

interface Props {
  changes: RulebookChanges;
  /** None of the first version. */
  from: Rulebook | undefined;
  to: Rulebook;
}

interface Row {
  key: string;
  part: string;
  clause: string;
  before: string[] | undefined;
  after: string[] | undefined;
  /** Over how many lines the name of the part reaches; none in all but the first. */
  lines: number;
}

export function ChangesShown({ changes, from, to }: Props) {
  const { t } = useTranslation('staff-rulebooks');
  const words = useRuleWords();
  const whole = (rule: Rule) => [
    ...words.points(rule),
    ...words.caps(rule),
    ...words.conditions(rule),
    ...words.checks(rule),
  ];
  const ofBook = (clause: Clause, book: Rulebook | undefined) =>
    book && words.general(book).find((one) => one.clause === clause)?.words;
  const rowsOf = (
    part: string,
    clauses: ClauseChange[],
    said: (clause: Clause) => Pick<Row, 'before' | 'after'>,
  ): Row[] =>
    clauses.map(({ clause }, index) => ({
      key: part + clause,
      part,
      clause: t(`clause.${clause}`),
      lines: index === 0 ? clauses.length : 0,
      ...said(clause),
    }));
  const rows: Row[] = [
    ...rowsOf(t('general'), changes.book, (clause) => ({ before: ofBook(clause, from), after: ofBook(clause, to) })),
    ...changes.rules.flatMap(({ code, before, after, clauses }) => {
      const part = `${code} ${(after ?? before)?.title ?? ''}`;
      if (before && after) {
        return rowsOf(part, clauses, (clause) => ({
          before: words.ofRule(clause, before),
          after: words.ofRule(clause, after),
        }));
      }
      const clause = t(before ? 'gone' : 'new');
      return [
        {
          key: code,
          part,
          clause,
          lines: 1,
          before: before ? whole(before) : undefined,
          after: after ? whole(after) : undefined,
        },
      ];
    }),
  ];
  const columns: TableProps<Row>['columns'] = [
    { title: t('rule'), dataIndex: 'part', width: 200, onCell: ({ lines }) => ({ rowSpan: lines }) },
    { title: t('clause_title'), dataIndex: 'clause', width: 140 },
    {
      title: t('before'),
      dataIndex: 'before',
      render: (_, { before }) => <Said words={before} by="del" />,
    },
    {
      title: t('after'),
      dataIndex: 'after',
      render: (_, { after }) => <Said words={after} by="ins" />,
    },
  ];
  if (rows.length === 0) return <Nothing words={t('same')} />;
  return (
    <Card styles={{ body: { padding: 0 } }}>
      <Rows<Row> rowKey="key" bordered columns={columns} rows={rows} />
    </Card>
  );
}

const marks = { del: 'gone', ins: 'come' };

function Said({ words = [], by: Mark }: { words: string[] | undefined; by: keyof typeof marks }) {
  return words.map((line) => (
    <span key={line} className="words">
      <Mark className={marks[Mark]}>{line}</Mark>
    </span>
  ));
}

export const Nothing = ({ words }: { words: string }) => (
  <Card>
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={words} />
  </Card>
);
