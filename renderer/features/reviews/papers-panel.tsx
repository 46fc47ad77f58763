import { useState } from 'react';
import type { DocumentInput } from '../../../db/contract/documents.ts';
import { reviewsText as text } from '../../../db/contract/vi/reviews.ts';
import { DetailPanel, PanelSection } from '../../components/detail-panel.tsx';
import { DocumentActs } from '../reports/document-acts.tsx';
import styles from './reviews.module.css';

interface PapersPanelProps {
  period: { year: number; quarter: number };
  organizationId: number | null;
  chosen: readonly number[];
  onPreview: (input: DocumentInput) => void;
  onClose: () => void;
}

/** Reviews on paper, one, some or a whole unit, as written or for the pen; and the ballot of the unit. */
export function PapersPanel({ period, organizationId, chosen, onPreview, onClose }: PapersPanelProps) {
  const [onlyChosen, setOnlyChosen] = useState(true);
  const [blank, setBlank] = useState(false);
  const [size, setSize] = useState<'A5' | 'A4'>('A5');
  const some = chosen.length > 0 && onlyChosen;
  const reviews: DocumentInput = {
    kind: 'reviews',
    ...period,
    organizationId,
    reviewIds: some ? [...chosen] : null,
    blank,
  };
  return (
    <DetailPanel title={text.papers} onClose={onClose}>
      <div className={styles.stack}>
        {chosen.length > 0 && (
          <Choices
            legend={text.papersWhich}
            options={[
              { title: text.papersChosen(chosen.length), on: onlyChosen, choose: () => setOnlyChosen(true) },
              { title: text.papersUnit, on: !onlyChosen, choose: () => setOnlyChosen(false) },
            ]}
          />
        )}
        <Choices
          legend={text.papersHow}
          options={[
            { title: text.papersWritten, on: !blank, choose: () => setBlank(false) },
            { title: text.papersBlank, on: blank, choose: () => setBlank(true) },
          ]}
        />
        <div className={styles.acts}>
          <DocumentActs input={reviews} onPreview={() => onPreview(reviews)} />
        </div>
      </div>
      <PanelSection title={text.ballot}>
        {organizationId === null ? (
          <p className={styles.hint}>{text.ballotUnit}</p>
        ) : (
          <div className={styles.stack}>
            <Choices
              legend={text.ballotSize}
              options={(['A5', 'A4'] as const).map((each) => ({
                title: each,
                on: size === each,
                choose: () => setSize(each),
              }))}
            />
            <div className={styles.acts}>
              <BallotActs input={{ kind: 'ballot', ...period, organizationId, size }} onPreview={onPreview} />
            </div>
          </div>
        )}
      </PanelSection>
    </DetailPanel>
  );
}

const BallotActs = ({
  input,
  onPreview,
}: {
  input: DocumentInput;
  onPreview: (input: DocumentInput) => void;
}) => <DocumentActs input={input} onPreview={() => onPreview(input)} />;

interface ChoicesProps {
  legend: string;
  options: readonly { title: string; on: boolean; choose: () => void }[];
}

function Choices({ legend, options }: ChoicesProps) {
  return (
    <fieldset className={styles.fieldset}>
      <legend>{legend}</legend>
      {options.map(({ title, on, choose }) => (
        <label key={title} className={styles.choice}>
          <input type="radio" name={legend} checked={on} onChange={choose} />
          {title}
        </label>
      ))}
    </fieldset>
  );
}
