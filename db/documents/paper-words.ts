import type { Block, ChoicesBlock, HeadingBlock, ParagraphBlock } from './model.ts';

/** In the box of a chosen answer. */
export const crossMark = 'X';

/** Capitals of a heading stay as they are in the language, so "đ" becomes "Đ". */
const capitals = (text: string): string => text.toLocaleUpperCase('vi');

/** "I- TÊN MỤC", "1. Tên mục", "a) tên mục" (HD 05-HD/VPTW, 27/5/2026). */
export function headingText({ level, mark, text }: HeadingBlock): string {
  const title = level === 1 ? capitals(text) : text;
  if (mark === '') return title;
  return level === 1 ? `${mark}- ${title}` : level === 2 ? `${mark}. ${title}` : `${mark}) ${title}`;
}

/** Words too long to stand with their boxes on one line: they take two lines of two under their label. */
export const choicesAreLong = (options: ChoicesBlock['options']): boolean =>
  options.reduce((sum, { text }) => sum + text.length, 0) > 40;

/** What stands right above a signature and goes with it to its page: boxes to cross, a line or two, their heading. */
const isShort = (block: Block | undefined): boolean =>
  block?.kind === 'choices' ||
  block?.kind === 'heading' ||
  (block?.kind === 'lines' && block.lines.length <= 2);

/** How many blocks right above place `at` go with what stands there. */
export function shortAbove(blocks: readonly Block[], at: number): number {
  let above = 0;
  while (isShort(blocks[at - above - 1])) above += 1;
  return above;
}

/** Letters of the longest paragraph that is taken along whole to a signature's page: half a page. */
const MOST_KEPT = 2000;
export const isLong = ({ runs }: ParagraphBlock): boolean =>
  runs.reduce((sum, { text }) => sum + text.length, 0) > MOST_KEPT;
