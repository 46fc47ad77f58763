import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import { useEffect, useRef, useState } from 'react';
import { reportsText } from '../../../db/contract/vi/reports.ts';
import { notifyError } from '../../app/notifier/notices.ts';
import styles from './pdf-preview.module.css';

interface PdfPageProps {
  pdf: PDFDocumentProxy;
  number: number;
  /** CSS pixels of a PDF point. */
  scale: number;
  /** This page has come to the top of what is seen. */
  onTop: (number: number) => void;
}

/** A page takes its place at once, and is drawn when it comes near; what is far away holds no picture. */
export function PdfPage({ pdf, number, scale, onTop }: PdfPageProps) {
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(number === 1);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);

  useEffect(() => {
    let gone = false;
    pdf.getPage(number).then((page) => {
      const { width, height } = page.getViewport({ scale: 1 });
      if (!gone) setSize({ width, height });
    }, notifyError);
    return () => {
      gone = true;
    };
  }, [pdf, number]);

  useEffect(() => {
    if (!place.current) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      rootMargin: '600px',
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);

  useEffect(() => {
    if (!place.current) return;
    // A line a third down the frame: the page that crosses it is the one being read.
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) onTop(number);
      },
      { root: place.current.parentElement, rootMargin: '-33% 0px -66% 0px' },
    );
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [number, onTop]);

  useEffect(() => {
    const target = canvas.current;
    const context = target?.getContext('2d');
    if (!near || !target || !context) return;
    let stop: (() => void) | null = null;
    let gone = false;
    const draw = async () => {
      const page = await pdf.getPage(number);
      if (gone) return;
      const viewport = page.getViewport({ scale: scale * window.devicePixelRatio });
      target.width = Math.floor(viewport.width);
      target.height = Math.floor(viewport.height);
      const task = page.render({ canvasContext: context, viewport });
      stop = () => task.cancel();
      await task.promise;
      if (!gone) target.dataset.drawn = 'true';
    };
    draw().catch((error: unknown) => {
      if (!gone) notifyError(error);
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [pdf, number, scale, near]);

  return (
    <div
      ref={place}
      className={styles.page}
      style={size === null ? undefined : { width: size.width * scale, height: size.height * scale }}
    >
      {near && (
        <canvas
          ref={canvas}
          className={styles.canvas}
          role="img"
          aria-label={reportsText.page(number, pdf.numPages)}
        />
      )}
    </div>
  );
}
