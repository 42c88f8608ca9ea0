/** What came of a whole class: a line for each code, in the order in which they were sent. */

import { useTranslation } from 'react-i18next';
import type { BatchResult } from '@/api';
import { grouped } from '@/lib/format';

export function ManyDone({ results, codes }: { results: BatchResult[]; codes: string[] }) {
  const { t } = useTranslation('phone-till');
  const done = results.filter(({ confirmation }) => confirmation).length;
  const lines = codes.map((code, place) => ({ code, result: results[place] }));
  return (
    <>
      <h2>{t('many.result', { done, refused: results.length - done })}</h2>
      <ul className="stack">
        {lines.map(({ code, result }) => (
          <li key={code} className="line">
            <span>
              <strong>{result?.confirmation?.resident_name ?? grouped(code)}</strong>
              <span className="sub">{result?.confirmation?.offer_title ?? result?.refusal?.detail}</span>
            </span>
            <span className="status" data-tone={result?.confirmation ? 'good' : 'warning'}>
              {t(result?.confirmation ? 'many.done' : 'many.refused')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
