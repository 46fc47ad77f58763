import { lazy, Suspense, useState } from 'react';
import type { DocumentInput } from '../../../db/contract/documents.ts';
import { pledgesText as text } from '../../../db/contract/vi/pledges.ts';
import { reportsText } from '../../../db/contract/vi/reports.ts';
import { useOpenRequest } from '../../app/open-request.ts';
import { askBeforeLeaving } from '../../app/router.ts';
import { setYear, useYears } from '../../app/scope.ts';
import { Loading } from '../../components/state.tsx';
import { PledgeEditor } from './pledge-editor.tsx';
import { PledgeList } from './pledge-list.tsx';

const PdfPreview = lazy(() => import('../reports/pdf-preview.tsx'));

type View =
  | { is: 'list' }
  | { is: 'pledge'; officialId: number }
  | { is: 'paper'; input: DocumentInput; from: View };

/** Pledges of the year: the list, one person's pledge, and the papers. */
export default function PledgesPage() {
  const { year } = useYears();
  const [view, setView] = useState<View>({ is: 'list' });
  const [first, setFirst] = useState<number | null>(null);
  useOpenRequest('pledges', (asked) => {
    setYear(asked.year);
    setView({ is: 'pledge', officialId: asked.officialId });
  });
  switch (view.is) {
    case 'list':
      return (
        <PledgeList
          // No row of another year is left to be acted on while this one is read.
          key={year}
          year={year}
          first={first}
          onOpen={({ officialId }, index) => {
            setFirst(index);
            setView({ is: 'pledge', officialId });
          }}
          onPreview={(input, index) => {
            setFirst(index);
            setView({ is: 'paper', input, from: view });
          }}
        />
      );
    case 'pledge':
      return (
        <PledgeEditor
          year={year}
          officialId={view.officialId}
          onClose={() => askBeforeLeaving(() => setView({ is: 'list' }))}
          onPreview={(input) => askBeforeLeaving(() => setView({ is: 'paper', input, from: view }))}
        />
      );
    case 'paper':
      return (
        <Suspense fallback={<Loading text={reportsText.preparingPdf} />}>
          <PdfPreview input={view.input} backLabel={text.back} onClose={() => setView(view.from)} />
        </Suspense>
      );
  }
}
