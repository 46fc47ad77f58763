import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import IconArrowsHorizontal from '@tabler/icons-react/dist/esm/icons/IconArrowsHorizontal.mjs';
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs';
import IconMinus from '@tabler/icons-react/dist/esm/icons/IconMinus.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { DocumentInput } from '../../../db/contract/documents.ts';
import { reportsText } from '../../../db/contract/vi/reports.ts';
import { askBeforeLeaving } from '../../app/router.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { FailedState, Loading } from '../../components/state.tsx';
import { desktop } from '../../lib/api.ts';
import { DocumentActs } from './document-acts.tsx';
import { openPdf } from './open-pdf.ts';
import { PdfPage } from './pdf-page.tsx';
import styles from './pdf-preview.module.css';
import { usePreviewKeys } from './preview-keys.ts';
import { usePaperParticulars } from './use-paper-particulars.tsx';

type Opened =
  | { state: 'opening' }
  | { state: 'failed'; error: unknown }
  | { state: 'open'; pdf: PDFDocumentProxy; pageWidth: number };

const STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3];
/** CSS pixels of a PDF point at 100%. */
const PIXELS_PER_POINT = 96 / 72;
const FRAME = 48;

interface PdfPreviewProps {
  input: DocumentInput;
  /** Where the way back leads. */
  backLabel: string;
  onClose: () => void;
}

/** The printed pages as they will come out: the same PDF that is saved. */
export default function PdfPreview({ input, backLabel, onClose }: PdfPreviewProps) {
  const paper = usePaperParticulars(input);
  const [paperNumbers, setPaperNumbers] = useState(true);
  return (
    <PdfPages
      title={reportsText.previewTitle}
      loadKey={`${JSON.stringify(input)} ${paper.saves}`}
      load={async () => {
        const made = await desktop('documents.preview', input);
        setPaperNumbers(made.paperNumbers);
        return made.bytes;
      }}
      note={paperNumbers ? null : reportsText.paperWithoutNumbers}
      backLabel={backLabel}
      acts={
        <>
          {paper.act}
          <DocumentActs input={input} />
        </>
      }
      panel={paper.panel}
      closePanel={paper.close}
      onClose={() => askBeforeLeaving(onClose)}
    />
  );
}

interface PdfPagesProps {
  title: string;
  /** Another key, another file. */
  loadKey: string;
  load: () => Promise<Uint8Array>;
  backLabel: string;
  acts: ReactNode;
  /** About page numbers: not shown over a single page. */
  note?: string | null;
  /** Beside the pages. */
  panel?: ReactNode;
  /** Esc closes an open panel first, wherever in the preview the focus is; null when none is open. */
  closePanel?: (() => void) | null;
  onClose: () => void;
}

/** The pages of a PDF, drawn in the page by pdf.js. */
export function PdfPages({
  title,
  loadKey,
  load,
  backLabel,
  acts,
  note = null,
  panel,
  closePanel = null,
  onClose,
}: PdfPagesProps) {
  const [opened, setOpened] = useState<Opened>({ state: 'opening' });
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(load);
  latest.current = load;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `loadKey` stands for what is loaded, `attempt` asks for another try
  useEffect(() => {
    let gone = false;
    let close: (() => void) | null = null;
    setOpened({ state: 'opening' });
    const open = async () => {
      try {
        const { pdf, destroy } = await openPdf(await latest.current());
        close = destroy;
        if (gone) {
          destroy();
          return;
        }
        const page = await pdf.getPage(1);
        if (!gone) setOpened({ state: 'open', pdf, pageWidth: page.getViewport({ scale: 1 }).width });
      } catch (error) {
        if (!gone) setOpened({ state: 'failed', error });
      }
    };
    void open();
    return () => {
      gone = true;
      close?.();
    };
  }, [loadKey, attempt]);

  const frame = useRef<HTMLDivElement>(null);
  const frameWidth = useWidth(frame);
  /** null: as wide as the frame. */
  const [zoom, setZoom] = useState<number | null>(null);
  const fitted =
    opened.state === 'open' && frameWidth > 0
      ? (frameWidth - FRAME) / (opened.pageWidth * PIXELS_PER_POINT)
      : 1;
  const scale = zoom ?? fitted;
  const [topPage, setTopPage] = useState(1);
  const back = useRef<HTMLButtonElement>(null);
  const view = useRef<HTMLElement>(null);
  usePreviewKeys(view, frame, closePanel ?? onClose);
  useEffect(() => back.current?.focus(), []);

  return (
    <Page
      ref={view}
      title={title}
      panel={panel}
      lead={
        <Button ref={back} small aria-label={backLabel} onClick={onClose}>
          <IconArrowLeft size={16} aria-hidden />
          <span className={styles.backText}>{backLabel}</span>
        </Button>
      }
      head={
        <>
          {opened.state === 'open' && (
            <output className={styles.pageNumber}>
              {reportsText.page(Math.min(topPage, opened.pdf.numPages), opened.pdf.numPages)}
            </output>
          )}
          <div className={styles.zoom}>
            <IconButton
              small
              label={reportsText.zoomOut}
              onClick={() => setZoom(STEPS.findLast((step) => step < scale - 0.01) ?? scale)}
            >
              <IconMinus size={16} aria-hidden />
            </IconButton>
            <output className={styles.percent}>{reportsText.zoom(Math.round(scale * 100))}</output>
            <IconButton
              small
              label={reportsText.zoomIn}
              onClick={() => setZoom(STEPS.find((step) => step > scale + 0.01) ?? scale)}
            >
              <IconPlus size={16} aria-hidden />
            </IconButton>
            <IconButton
              small
              label={reportsText.fitWidth}
              aria-pressed={zoom === null}
              onClick={() => setZoom(null)}
            >
              <IconArrowsHorizontal size={16} aria-hidden />
            </IconButton>
          </div>
          {acts}
        </>
      }
    >
      {note !== null && opened.state === 'open' && opened.pdf.numPages > 1 && (
        <p className={styles.note}>
          <IconInfoCircle size={16} aria-hidden />
          {note}
        </p>
      )}
      <div ref={frame} className={styles.frame}>
        {opened.state === 'opening' ? (
          <Loading text={reportsText.preparingPdf} />
        ) : opened.state === 'failed' ? (
          <FailedState error={opened.error} onRetry={() => setAttempt(attempt + 1)} />
        ) : (
          Array.from({ length: opened.pdf.numPages }, (_, index) => (
            <PdfPage
              // biome-ignore lint/suspicious/noArrayIndexKey: pages have nothing else, and keep their order
              key={index}
              pdf={opened.pdf}
              number={index + 1}
              scale={scale * PIXELS_PER_POINT}
              onTop={setTopPage}
            />
          ))
        )}
      </div>
    </Page>
  );
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(entry.contentRect.width);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
