import IconFileSpreadsheet from '@tabler/icons-react/dist/esm/icons/IconFileSpreadsheet.mjs';
import { importsText } from '../../../db/contract/vi/imports.ts';
import { Button } from '../../components/button.tsx';
import { Progress } from '../../components/progress.tsx';
import { cancelReading, chooseFile, goOn, type ImportFlow, type NextSheet } from './import-flow.ts';
import styles from './imports.module.css';

/** Choosing a file, and its reading. A drop is taken anywhere on the window; this is where it says so. */
export function FileStep({ flow }: { flow: ImportFlow }) {
  if (flow.step === 'reading')
    return (
      <section className={styles.drop}>
        <div className={styles.reading}>
          <Progress
            label={
              flow.fileName !== null
                ? importsText.reading(flow.fileName)
                : flow.progress === null
                  ? importsText.readingChosen
                  : importsText.readingFile
            }
            progress={flow.progress}
          />
          <Button onClick={cancelReading}>{importsText.cancelReading}</Button>
        </div>
      </section>
    );
  return (
    <section className={styles.drop}>
      <IconFileSpreadsheet size={40} stroke={1.25} aria-hidden />
      <h2 className={styles.dropTitle}>{importsText.chooseTitle}</h2>
      <p>{importsText.chooseText}</p>
      <Button variant="primary" className={styles.choose} onClick={() => chooseFile()}>
        {importsText.choose}
      </Button>
      {flow.step === 'file' && flow.next !== undefined && <NextSheetOffer next={flow.next} />}
      <p className={styles.safe}>{importsText.chooseSafe}</p>
    </section>
  );
}

/** Sheets of one file come one after the other, without choosing the file again. */
function NextSheetOffer({ next }: { next: NextSheet }) {
  return (
    <Button onClick={() => goOn(next)}>
      {importsText.nextSheet(next.choice.sheet, next.staged.fileName)}
    </Button>
  );
}
