import IconFileSpreadsheet from '@tabler/icons-react/dist/esm/icons/IconFileSpreadsheet.mjs';
import { useEffect, useState } from 'react';
import { navigationText } from '../../db/contract/vi/navigation.ts';
import styles from './drop-target.module.css';
import { notifyError, notifyInfo } from './notifier/notices.ts';
import { goTo } from './router.ts';

async function openDropped(files: FileList): Promise<void> {
  const file = files[0];
  if (!file) return;
  if (files.length > 1) {
    notifyInfo(navigationText.dropOneFile);
    return;
  }
  try {
    const { openDroppedFile } = await import('../features/imports/import-flow.ts');
    goTo('imports');
    await openDroppedFile(file);
  } catch (error) {
    notifyError(error);
  }
}

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** A workbook dropped anywhere on the window, on any page, opens in the import. */
export function DropTarget() {
  const [over, setOver] = useState(false);
  useEffect(() => {
    // dragenter and dragleave come in pairs for every element crossed.
    let depth = 0;
    const onEnter = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const onOver = (event: DragEvent) => {
      // Without this the window would open the file in place of the program.
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = holdsFiles(event) ? 'copy' : 'none';
    };
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      depth = 0;
      setOver(false);
      if (event.dataTransfer) void openDropped(event.dataTransfer.files);
    };
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('dragover', onOver);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('drop', onDrop);
    };
  }, []);

  if (!over) return null;
  return (
    <div className={styles.target}>
      <div className={styles.box}>
        <IconFileSpreadsheet size={48} stroke={1.25} aria-hidden />
        <p className={styles.title}>{navigationText.dropHere}</p>
        <p>{navigationText.dropSafe}</p>
      </div>
    </div>
  );
}
