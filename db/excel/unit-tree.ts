import { organizationKindWords } from '../contract/vi/sheet-words.ts';
import type { ReadRow, ReadSheet } from '../contract/workbooks.ts';
import { asShown } from './extract-cells.ts';
import { startsWithAny } from './title-keys.ts';
import { isRoman, isSectionLetter, startsAsCell } from './unit-names.ts';

const isGroup = startsWithAny(
  organizationKindWords.flatMap(([words, kind]) => (kind === 'partyGroup' ? [words] : [])),
);
/** Only a body has others below it; a cell (chi bộ) has Party groups at most. */
const mayStandUnder = (name: string, above: string): boolean =>
  !isGroup(above) && (!startsAsCell(above) || isGroup(name));

/** Ranks of the numbering before a name, highest first: A, I, 1, 1.1; a row without number is below those with one. */
const UNNUMBERED = 50;
function rankOf(number: string): number {
  if (number === '') return UNNUMBERED;
  // A lone C or D is no Roman number in these lists.
  if (isRoman(number)) return 1;
  if (isSectionLetter(number)) return 0;
  return 2 + (number.replace(/[.)]+$/, '').match(/[.]/g)?.length ?? 0);
}

/** "01.02" stands under "01"; codes without a separator tell nothing. */
function codeAbove(code: string, codes: ReadonlyMap<string, string>): string | null {
  for (let at = code.length - 1; at > 0; at -= 1)
    if (/[./-]/.test(code.charAt(at))) {
      const above = codes.get(code.slice(0, at));
      if (above !== undefined) return above;
    }
  return null;
}

interface Line {
  row: number;
  name: string;
  code: string;
  rank: number;
  indent: number;
}

/**
 * The unit above each row of a list of organisations that names none: by the parts of its code, else by numbering and
 * indentation ("I", "1", "1.1"; a name that begins further right). A row on the level of the first has none.
 * @returns names (or codes) by row
 */
export function parentsByLayout(sheet: ReadSheet): ReadonlyMap<number, string> {
  const letterOf = (...fields: string[]): string | undefined =>
    fields
      .map((field) => sheet.columns.find((column) => column.field === field)?.letter)
      .find((letter) => letter !== undefined);
  const nameAt = letterOf('partyOrg', 'organization', 'unitName');
  const [codeAt, numberAt] = [letterOf('organizationCode'), letterOf('rowNo')];
  const at = (row: ReadRow, letter: string | undefined): string =>
    letter === undefined ? '' : asShown(row.cells[letter]);
  const lines = sheet.rows
    .filter((row) => row.class === 'data' && row.hidden !== true)
    .map((row): Line => {
      const name = at(row, nameAt);
      return {
        row: row.row,
        name: name.trim(),
        code: at(row, codeAt).trim(),
        rank: rankOf(at(row, numberAt).trim()),
        indent: name.length - name.trimStart().length,
      };
    })
    .filter(({ name }) => name !== '');
  const codes = new Map(lines.filter(({ code }) => code !== '').map(({ code }) => [code, code]));
  const parents = new Map<number, string>();
  const above: Line[] = [];
  for (const line of lines) {
    const isLower = (other: Line): boolean =>
      line.rank > other.rank || (line.rank === other.rank && line.indent > other.indent);
    while (above.length > 0 && !isLower(above[above.length - 1] ?? line)) above.pop();
    const parent =
      codeAbove(line.code, codes) ?? above.findLast((other) => mayStandUnder(line.name, other.name))?.name;
    if (parent !== undefined) parents.set(line.row, parent);
    above.push(line);
  }
  return parents;
}
