import { previewText } from '../../../db/contract/vi/imports-preview.ts';
import { officialFieldLabels, personLabels } from '../../../db/contract/vi/officials.ts';
import { isPartialDate } from '../../../db/domain/dates.ts';
import { Button } from '../../components/button.tsx';
import { formatDate } from '../../lib/format.ts';
import styles from './imports.module.css';
import type { PreviewRow } from './preview-filter.tsx';
import { decide } from './preview-flow.ts';

const day = (text: string | null | undefined): string =>
  text && isPartialDate(text) ? formatDate(text) : '';

/** The row of the sheet beside the people that it may mean, fact by fact. */
export function CandidateTable({ row, mayBeNew }: { row: PreviewRow; mayBeNew: boolean }) {
  const facts = [
    {
      label: officialFieldLabels.fullName,
      ours: row.values.fullName,
      of: (index: number) => row.candidates[index]?.fullName,
    },
    {
      label: officialFieldLabels.birthDate,
      ours: day(row.values.birthDate),
      of: (index: number) => day(row.candidates[index]?.birthDate),
    },
    {
      label: personLabels.organization,
      ours: row.values.organization,
      of: (index: number) => row.candidates[index]?.organizationName,
    },
    {
      label: previewText.post,
      ours: row.values.partyPost ?? row.values.statePost,
      of: (index: number) => row.candidates[index]?.post,
    },
    {
      label: previewText.card,
      ours: row.values.partyCardNo,
      of: (index: number) => row.candidates[index]?.partyCardNo,
    },
  ];
  return (
    <div className={styles.candidates}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th aria-label={previewText.choiceTitle} />
            <th>{previewText.fromFile}</th>
            {row.candidates.map(({ officialId }, index) => (
              <th key={officialId}>
                {previewText.candidate}
                {row.candidates.length > 1 && ` ${index + 1}`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.map(({ label, ours, of }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{ours}</td>
              {row.candidates.map(({ officialId }, index) => (
                <td key={officialId} className={of(index) === ours ? undefined : styles.new}>
                  {of(index)}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <td />
            <td>
              {mayBeNew && (
                <Button
                  small
                  onClick={() => decide({ type: 'row', row: row.row, choice: { type: 'newPerson' } })}
                >
                  {previewText.isNewPerson}
                </Button>
              )}
            </td>
            {row.candidates.map(({ officialId }) => (
              <td key={officialId}>
                <Button
                  small
                  onClick={() =>
                    void decide({ type: 'row', row: row.row, choice: { type: 'person', officialId } })
                  }
                >
                  {previewText.isThisPerson}
                </Button>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
