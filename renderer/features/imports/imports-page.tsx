import { useQueryClient } from '@tanstack/react-query';
import { importsText } from '../../../db/contract/vi/imports.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { Page } from '../../components/page.tsx';
import { useStore } from '../../lib/store.ts';
import { FileStep } from './file-step.tsx';
import { type ImportFlow, importFlow } from './import-flow.ts';
import { ImportHistory } from './import-history.tsx';
import styles from './imports.module.css';
import { PreviewStep } from './preview-step.tsx';
import { RecipeList } from './recipe-list.tsx';
import { UnderstoodStep } from './understood-step.tsx';

export default function ImportsPage() {
  const flow = useStore(importFlow);
  const queryClient = useQueryClient();
  return (
    <Page title={pageNames.imports} head={<Steps flow={flow} />}>
      {flow.step === 'understood' ? (
        <UnderstoodStep flow={flow} />
      ) : flow.step === 'preview' || flow.step === 'committing' ? (
        <PreviewStep flow={flow} queryClient={queryClient} />
      ) : (
        <div className={styles.start}>
          <FileStep flow={flow} />
          <ImportHistory />
          <RecipeList />
        </div>
      )}
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
