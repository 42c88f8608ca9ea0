/** The households of a building, each with its mark; those without one can be marked as having kept the pact all at once. */

import { useTranslation } from 'react-i18next';
import { $api, type NewPactMark, type Pact, type PactLine } from '@/api';
import { byCursor, useWhole } from '@/lib/whole';
import { Answer } from '../../ui/Answer';
import { CommandButton } from '../../ui/CommandButton';
import { Mark } from './Mark';

const byDoor = (one: PactLine, other: PactLine) => one.door.localeCompare(other.door, 'zh-CN', { numeric: true });

export function Households({ pact }: { pact: Pact }) {
  const { t } = useTranslation('phone-pact');
  const query = $api.useInfiniteQuery(
    'get',
    '/api/v1/buildings/{id}/pact',
    { params: { path: { id: pact.building_id }, query: { month: pact.month, limit: 200 } } },
    byCursor,
  );
  // All of them: "all others" means the whole building.
  const households = useWhole(query);
  const { mutateAsync } = $api.useMutation('patch', '/api/v1/buildings/{id}/pact');
  const record = (marks: NewPactMark[]) =>
    mutateAsync({ params: { path: { id: pact.building_id } }, body: { month: pact.month, marks } });
  return (
    <Answer query={households}>
      {(lines) => {
        const missing = lines.filter((line) => line.kept == null);
        return (
          <>
            {missing.length > 0 && !pact.settled_at && (
              <CommandButton
                label={t('building.rest', { households: missing.length })}
                wide
                ask={{ title: t('building.rest_title'), text: t('building.rest_text', { households: missing.length }) }}
                run={() => record(missing.map(({ household_id }) => ({ household_id, kept: true })))}
                done={t('building.recorded')}
              />
            )}
            <ul className="rows">
              {lines.toSorted(byDoor).map((line) => (
                <li key={line.household_id}>
                  <Mark line={line} settled={Boolean(pact.settled_at)} record={record} />
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </Answer>
  );
}
