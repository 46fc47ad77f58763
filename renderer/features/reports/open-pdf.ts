import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import workerFile from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

// A file of the program's own, served like every other: no blob, no eval.
GlobalWorkerOptions.workerSrc = workerFile;

/** @param bytes are given away to the worker */
export async function openPdf(bytes: Uint8Array): Promise<{ pdf: PDFDocumentProxy; destroy: () => void }> {
  const task = getDocument({ data: bytes, isEvalSupported: false });
  const pdf = await task.promise;
  return { pdf, destroy: () => void task.destroy() };
}
