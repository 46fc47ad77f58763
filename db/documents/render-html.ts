import type { DocumentModel } from './model.ts';

/** The whole standalone HTML page of a document: own style, no script, nothing loaded from anywhere. */
export function renderHtml(_document: DocumentModel): string {
  throw new Error('not built yet');
}
