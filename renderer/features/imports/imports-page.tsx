import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportBatch } from '../../../db/contract/imports.ts';
import { importsText } from '../../../db/contract/vi/imports.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { Page } from '../../components/page.tsx';
import { useStore } from '../../lib/store.ts';
import { BatchPanel } from './batch-panel.tsx';
import { FileStep } from './file-step.tsx';
import { type ImportFlow, importFlow } from './import-flow.ts';
import { ImportHistory } from './import-history.tsx';
import styles from './imports.module.css';
import { PreviewStep } from './preview-step.tsx';
import { RecipeList } from './recipe-list.tsx';
import { UnderstoodStep } from './understood-step.tsx';
import { UndoDialog } from './undo-dialog.tsx';

export default function ImportsPage() {
  const flow = useStore(importFlow);
  const queryClient = useQueryClient();
  const [batch, setBatch] = useState<ImportBatch | null>(null);
  return (
    <Page title={pageNames.imports} head={<Steps flow={flow} />}>
      {flow.step === 'understood' ? (
        <UnderstoodStep flow={flow} />
      ) : flow.step === 'preview' || flow.step === 'committing' ? (
        <PreviewStep flow={flow} queryClient={queryClient} />
      ) : (
        <div className={styles.preview}>
          <div className={styles.start}>
            <FileStep flow={flow} />
            <ImportHistory onOpen={setBatch} />
            <RecipeList />
          </div>
          {batch !== null && <BatchPanel batch={batch} onClose={() => setBatch(null)} />}
        </div>
      )}
      <UndoDialog />
    </Page>
  );
}

const steps = [importsText.steps.file, importsText.steps.understood, importsText.steps.preview];
const stepOf = { file: 0, reading: 0, understood: 1, preview: 2, committing: 2 } as const;

function Steps({ flow }: { flow: ImportFlow }) {
  const current = stepOf[flow.step];
  return (
    <ol className={styles.steps} aria-label={importsText.stepsLabel}>
      {steps.map((name, index) => (
        <li key={name} className={styles.step} aria-current={index === current ? 'step' : undefined}>
          <span className={styles.stepNumber}>{index + 1}</span>
          {name}
        </li>
      ))}
    </ol>
  );
}
