import { lazy, Suspense, useState } from 'react';
import { createPortal } from 'react-dom';
import { DOSSIER_YEARS } from '../../../db/contract/dossier.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { dossierText as text } from '../../../db/contract/vi/dossier.ts';
import { reportsText } from '../../../db/contract/vi/reports.ts';
import { useYears } from '../../app/scope.ts';
import { Button } from '../../components/button.tsx';
import { CheckField, TextField } from '../../components/field.tsx';
import { Loading } from '../../components/state.tsx';
import { DocumentActs } from '../reports/document-acts.tsx';
import styles from './dossier-form.module.css';
import { useMayWrite } from './use-may-write.ts';

const PdfPreview = lazy(() => import('../reports/pdf-preview.tsx'));

const wholeNumber = (typed: string): number | null =>
  /^\d{1,4}$/.test(typed.trim()) ? Number(typed.trim()) : null;

/** Which years of a person are printed, and with what. Nothing is entered here, so nothing is kept or asked about. */
export function DossierForm({ officialId, onClose }: { officialId: number; onClose: () => void }) {
  const { year } = useYears();
  const mayReveal = useMayWrite();
  const [lastYear, setLastYear] = useState(String(year));
  const [years, setYears] = useState(String(DOSSIER_YEARS));
  const [disciplines, setDisciplines] = useState(false);
  const [previewing, setPreviewing] = useState(false);
  const last = wholeNumber(lastYear);
  const count = wholeNumber(years);
  const lastIsGood = last !== null && last >= 1980 && last <= 2100;
  const countIsGood = count !== null && count >= 1 && count <= 10;
  const input =
    lastIsGood && countIsGood
      ? ({ kind: 'dossier', officialId, lastYear: last, years: count, disciplines } as const)
      : null;
  return (
    <section
      className={styles.form}
      aria-label={text.title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <h3>{text.title}</h3>
      <div className={styles.fields}>
        <TextField
          label={text.lastYear}
          inputMode="numeric"
          autoFocus
          value={lastYear}
          error={lastIsGood ? undefined : text.lastYearBad}
          onChange={(event) => setLastYear(event.target.value)}
        />
        <TextField
          label={text.years}
          inputMode="numeric"
          value={years}
          error={countIsGood ? undefined : text.yearsBad}
          onChange={(event) => setYears(event.target.value)}
        />
      </div>
      {mayReveal && (
        <CheckField
          label={text.disciplines}
          checked={disciplines}
          onChange={(event) => setDisciplines(event.target.checked)}
        />
      )}
      <div className={styles.acts}>
        {input && <DocumentActs input={input} onPreview={() => setPreviewing(true)} />}
        <Button small onClick={onClose}>
          {commonText.close}
        </Button>
      </div>
      {previewing &&
        input &&
        createPortal(
          <div className={styles.preview}>
            <Suspense fallback={<Loading text={reportsText.preparingPdf} />}>
              <PdfPreview input={input} backLabel={text.back} onClose={() => setPreviewing(false)} />
            </Suspense>
          </div>,
          document.body,
        )}
    </section>
  );
}
