import type { ChoicesBlock, HeadingBlock } from './model.ts';

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
