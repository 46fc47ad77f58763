import { useState } from 'react';
import type { CycleDetail } from '../../../db/contract/cycles.ts';
import { cycleText as text } from '../../../db/contract/vi/cycles.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { askBeforeLeaving } from '../../app/router.ts';
import { Page, PageBody } from '../../components/page.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { useMayWrite } from '../officials/use-may-write.ts';
import { CyclePlan } from './cycle-plan.tsx';
import { CycleProgress } from './cycle-progress.tsx';
import { CycleSubjects } from './cycle-subjects.tsx';
import { PeriodSelect } from './period-select.tsx';

type View = keyof typeof text.tabs;
const views = [
  { id: 'progress', title: text.tabs.progress },
  { id: 'subjects', title: text.tabs.subjects },
  { id: 'plan', title: text.tabs.plan },
] as const satisfies readonly { id: View; title: string }[];

export function OpenedCycle({ cycle }: { cycle: CycleDetail }) {
  const [view, setView] = useState<View>('progress');
  const [comparing, setComparing] = useState(false);
  const mayWrite = useMayWrite();
  const see = (next: View, compares: boolean) =>
    askBeforeLeaving(() => {
      setComparing(compares);
      setView(next);
    });
  const head = (
    <>
      <Tabs label={pageNames.cycle} tabs={views} current={view} onChange={(id) => see(id, false)} />
      <PeriodSelect />
    </>
  );
  if (view === 'subjects') return <CycleSubjects cycle={cycle} head={head} comparing={comparing} />;
  return (
    <Page title={pageNames.cycle} head={head}>
      <PageBody>
        {view === 'progress' ? (
          <CycleProgress cycle={cycle} onUnlisted={mayWrite ? () => see('subjects', true) : null} />
        ) : (
          <CyclePlan cycle={cycle} />
        )}
      </PageBody>
    </Page>
  );
}
