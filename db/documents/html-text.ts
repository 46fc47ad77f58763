import { escapeHtml } from './escape-html.ts';
import type { TextRun } from './model.ts';

export const classes = (names: readonly (string | false | undefined)[]): string => {
  const used = names.filter(Boolean).join(' ');
  return used === '' ? '' : ` class="${used}"`;
};

/** One line of text, left out when empty. */
export const line = (text: string, name = ''): string =>
  text === '' ? '' : `<p${classes([name])}>${escapeHtml(text)}</p>`;

export function runHtml(run: TextRun): string {
  const names = classes([run.bold && 'bold', run.italic && 'italic', run.underline && 'underline']);
  return names === '' ? escapeHtml(run.text) : `<span${names}>${escapeHtml(run.text)}</span>`;
}
