import { lazy, Suspense, useRef, useState } from 'react';
import type { DocumentInput } from '../../../db/contract/documents.ts';
import { remediationText as text } from '../../../db/contract/vi/remediation.ts';
import { reportsText } from '../../../db/contract/vi/reports.ts';
import { useOpenRequest } from '../../app/open-request.ts';
import { askBeforeLeaving } from '../../app/router.ts';
import { useScope, useYears } from '../../app/scope.ts';
import { usePasteImport } from '../../app/use-paste-import.ts';
import { Loading } from '../../components/state.tsx';
import { Tabs } from '../../components/tabs.tsx';
import type { TableHandle } from '../../components/virtual-table.tsx';
import { useMayWrite } from '../officials/use-may-write.ts';
import { FindingsView } from './findings-view.tsx';
import { taskColumns } from './task-columns.tsx';
import { type TaskFilter, wholeList } from './task-filter.ts';
import { TaskForm } from './task-form.tsx';
import { type TaskAct, TaskPanel } from './task-panel.tsx';
import type { Finding, TaskSubject } from './task-values.ts';
import { TasksView } from './tasks-view.tsx';

const PdfPreview = lazy(() => import('../reports/pdf-preview.tsx'));

type View = keyof typeof text.tabs;
const views = [
  { id: 'tasks', title: text.tabs.tasks },
  { id: 'findings', title: text.tabs.findings },
] as const satisfies readonly { id: View; title: string }[];

type Panel = { is: 'task'; taskId: number; act: TaskAct | null } | { is: 'new'; finding: Finding | null };

/** What is done about the shortcomings of the year: the tasks, and the findings that wait for one. */
export default function RemediationPage() {
  const { year } = useYears();
  const { organizationId } = useScope();
  const [view, setView] = useState<View>('tasks');
  const [filter, setFilter] = useState<TaskFilter>(wholeList);
  const [panel, setPanel] = useState<Panel | null>(null);
  const [preview, setPreview] = useState<DocumentInput | null>(null);
  const [wantedFinding, setWantedFinding] = useState<number | null>(null);
  const table = useRef<TableHandle>(null);
  usePasteImport({
    columns: () => taskColumns(0).map(({ title }) => title),
    year,
    enabled: useMayWrite() && view === 'tasks',
  });
  useOpenRequest('remediation', (wanted) => {
    setPreview(null);
    setView('tasks');
    if (wanted.is === 'list') {
      setPanel(null);
      setFilter({ ...wholeList, everyYear: true, show: wanted.show });
    } else if (wanted.is === 'newTask') {
      setPanel(wanted.shortcomingId === null ? { is: 'new', finding: null } : null);
      if (wanted.shortcomingId !== null) setView('findings');
      setWantedFinding(wanted.shortcomingId);
    } else setPanel({ is: 'task', taskId: wanted.id, act: wanted.act ?? null });
  });

  if (preview !== null)
    return (
      <Suspense fallback={<Loading text={reportsText.preparingPdf} />}>
        <PdfPreview input={preview} backLabel={text.back} onClose={() => setPreview(null)} />
      </Suspense>
    );

  const show = (next: Panel) => askBeforeLeaving(() => setPanel(next));
  const close = () =>
    askBeforeLeaving(() => {
      setPanel(null);
      table.current?.focus();
    });
  const head = (
    <Tabs
      label={text.views}
      tabs={views}
      current={view}
      onChange={(id) =>
        askBeforeLeaving(() => {
          setPanel(null);
          setView(id);
        })
      }
    />
  );
  const shared = { year, head, onEscape: panel === null ? undefined : close };
  const subject = (finding: Finding | null): TaskSubject => ({ is: 'new', year, organizationId, finding });
  const opened =
    panel === null ? null : panel.is === 'task' ? (
      <TaskPanel
        key={`${panel.taskId} ${panel.act}`}
        taskId={panel.taskId}
        act={panel.act}
        onClose={close}
        onRemoved={() => setPanel(null)}
      />
    ) : (
      <TaskForm
        key={panel.finding?.shortcomingId ?? 'new'}
        subject={subject(panel.finding)}
        onClose={close}
        onSaved={({ taskId }) => setPanel({ is: 'task', taskId, act: null })}
      />
    );
  if (view === 'findings')
    return (
      <FindingsView
        {...shared}
        wanted={wantedFinding}
        panel={opened}
        onOpen={(finding) => {
          setWantedFinding(null);
          show({ is: 'new', finding });
        }}
      />
    );
  return (
    <TasksView
      {...shared}
      ref={table}
      panel={opened}
      filter={filter}
      onFilter={(change) => setFilter((before) => ({ ...before, ...change }))}
      onAdd={() => show({ is: 'new', finding: null })}
      onOpen={(taskId) => show({ is: 'task', taskId, act: null })}
      onFindings={() => setView('findings')}
      onPreview={(input) => askBeforeLeaving(() => setPreview(input))}
    />
  );
}
