import { lazy, Suspense, useState } from 'react';
import type { DocumentInput } from '../../../db/contract/documents.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { reportsText } from '../../../db/contract/vi/reports.ts';
import { reviewsText as text } from '../../../db/contract/vi/reviews.ts';
import { useOpenRequest } from '../../app/open-request.ts';
import { askBeforeLeaving } from '../../app/router.ts';
import { Page } from '../../components/page.tsx';
import { Loading } from '../../components/state.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { PeriodSelect } from '../cycle/period-select.tsx';
import { MeetingEditor, type MeetingPlace } from './meeting-editor.tsx';
import { MeetingList } from './meeting-list.tsx';
import { PromptRegister } from './prompt-register.tsx';
import { ReviewEditor } from './review-editor.tsx';
import { ReviewList, wholeReviewList } from './review-list.tsx';
import { type PeriodOfPage, useOpenedCycle } from './use-opened-cycle.tsx';

const PdfPreview = lazy(() => import('../reports/pdf-preview.tsx'));

type Tab = keyof typeof text.tabs;
const tabs = (Object.keys(text.tabs) as Tab[]).map((id) => ({ id, title: text.tabs[id] }));
type Shown =
  | { is: 'tab' }
  | { is: 'review'; id: number }
  | { is: 'meeting'; period: PeriodOfPage; place: MeetingPlace };

/** Reviews of the period, their suggested questions, and the meetings that rate. */
export default function ReviewsPage() {
  const { instead, ...period } = useOpenedCycle();
  const [tab, setTab] = useState<Tab>('list');
  const [listView, setListView] = useState(wholeReviewList);
  const [shown, setShown] = useState<Shown>({ is: 'tab' });
  const [paper, setPaper] = useState<DocumentInput | null>(null);
  useOpenRequest('reviews', (wanted) => {
    setPaper(null);
    if (wanted.is === 'review') setShown({ is: 'review', id: wanted.id });
    else if (wanted.is === 'meeting') {
      const { period: of, place } = wanted;
      setTab('meetings');
      setShown({ is: 'meeting', period: of, place });
    } else {
      setTab('prompts');
      setShown({ is: 'tab' });
    }
  });
  const preview = (input: DocumentInput) => askBeforeLeaving(() => setPaper(input));
  if (paper !== null)
    return (
      <Suspense fallback={<Loading text={reportsText.preparingPdf} />}>
        <PdfPreview
          key={JSON.stringify(paper)}
          input={paper}
          backLabel={text.backFromPaper}
          onClose={() => setPaper(null)}
        />
      </Suspense>
    );
  const back = () => askBeforeLeaving(() => setShown({ is: 'tab' }));
  if (shown.is === 'review')
    return <ReviewEditor key={shown.id} reviewId={shown.id} onBack={back} onPreview={preview} />;
  const head = (
    <>
      <Tabs
        label={pageNames.reviews}
        tabs={tabs}
        current={tab}
        onChange={(id) => askBeforeLeaving(() => setTab(id))}
      />
      <PeriodSelect />
    </>
  );
  // A meeting stays in its own period, whatever the page shows next: what is typed goes nowhere else.
  if (shown.is === 'meeting')
    return (
      <MeetingEditor
        key={`${shown.place.organizationId} ${shown.period.year} ${shown.period.quarter}`}
        period={shown.period}
        place={shown.place}
        onSaved={(meetingId) =>
          setShown((now) => (now.is === 'meeting' ? { ...now, place: { ...now.place, meetingId } } : now))
        }
        onBack={back}
        onPreview={preview}
      />
    );
  if (instead !== null)
    return (
      <Page title={pageNames.reviews} head={<PeriodSelect />}>
        {instead}
      </Page>
    );
  const openReview = (id: number) => setShown({ is: 'review', id });
  if (tab === 'prompts') return <PromptRegister period={period} head={head} onOpen={openReview} />;
  if (tab === 'meetings')
    return (
      <MeetingList
        period={period}
        head={head}
        onOpen={(place) => setShown({ is: 'meeting', period, place })}
      />
    );
  return (
    <ReviewList
      period={period}
      head={head}
      view={listView}
      onView={setListView}
      onOpen={openReview}
      onPreview={preview}
    />
  );
}
