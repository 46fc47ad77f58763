import type { CriteriaReading } from '../contract/criteria.ts';
import { criteriaText, criteriaFaults as faultOf } from '../contract/vi/criteria.ts';
import { formatHundredths } from '../contract/vi/numbers.ts';
import { foldForSearch } from '../domain/names.ts';
import { BONUS_PART, parseScore } from '../domain/rating-bands.ts';
import type { ScorePart } from '../domain/rule-packs.ts';
import { type CriteriaHeader, type CriteriaLine, plain } from './criteria-lines.ts';
import { columnLetter } from './raw-sheet.ts';

const MOST_CRITERIA = 300;
const LONGEST = 1000;
const WHOLE = 10_000;

const sectionMark = /^(?:phan )?(?:[ivx]{1,5}|[a-h])(?:[.):/-]|$)/;
const pointsInText = /\(\D*(\d{1,3}(?:[.,]\d{1,2})?)\s*diem\D*\)/;
const bonusWords = /diem thuong|diem cong|cong diem/;

type Table = CriteriaReading['tables'][number];
interface Criterion {
  row: number;
  text: string;
  maxHundredths: number;
  weightHundredths: number | null;
  /** Row of its section; 0: none. */
  section: number;
}
interface Section {
  row: number;
  title: string;
  partId: string | null;
  written: number | null;
}

const sumOf = (list: readonly { maxHundredths: number }[]): number =>
  list.reduce((sum, one) => sum + one.maxHundredths, 0);

/** A row that names a part: by a Roman number or capital letter, in the first column or before its title. */
function isSection({ mark, text }: CriteriaLine): boolean {
  const written = mark === '' ? text : mark;
  return sectionMark.test(plain(written)) && written[0] !== written[0]?.toLowerCase();
}

const pointsWritten = ({ text, points }: CriteriaLine): number | null =>
  points.is === 'points' ? points.hundredths : parseScore(pointsInText.exec(plain(text))?.[1] ?? '');

/** Part of a section: the one whose maximum it writes, or whose title it holds; null when neither is clear. */
function partOf(line: CriteriaLine, parts: readonly ScorePart[]): string | null {
  const folded = foldForSearch(line.text);
  if (bonusWords.test(folded)) return BONUS_PART;
  const most = pointsWritten(line);
  const byPoints = parts.filter(({ maxHundredths }) => maxHundredths === most);
  if (byPoints.length === 1) return byPoints[0]?.id ?? null;
  const byTitle = parts.filter(({ title }) => folded.includes(foldForSearch(title)));
  return byTitle.length === 1 ? (byTitle[0]?.id ?? null) : null;
}

/** 3, 4, 5, 8 -> "3-5, 8". */
function rowsText(rows: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else ranges.push([row, row]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
}

/**
 * What the lines of one table say. Totals are checked and left out; a row "1" above "1.1" is a heading whose points are
 * those of its rows; a share in percent is of the points of its heading, section or part. A table of several parts names
 * them in section rows; where there are none, the part whose maximum is the sum is taken, or the person chooses.
 * @param chosen part of a section by its row, over what was recognised
 */
export function readTable(
  lines: readonly CriteriaLine[],
  header: CriteriaHeader,
  parts: readonly ScorePart[],
  chosen: (row: number) => string | undefined,
): Pick<Table, 'sections' | 'criteria' | 'sums' | 'bonus' | 'faults'> {
  const pointsColumn = columnLetter(header.points);
  const at = (row: number, column = pointsColumn) => ({ row, column });
  const known = (id: string | undefined) =>
    id === BONUS_PART ? id : parts.find((part) => part.id === id)?.id;
  const faults: string[] = [];
  const sections: Section[] = [];
  const criteria: Criterion[] = [];
  const totals: { line: CriteriaLine; count: number; section: number }[] = [];
  const shares = new Map<string, { base: CriteriaLine | null; section: number; own: Criterion[] }>();
  const headings: { line: CriteriaLine; from: number }[] = [];

  const take = (line: CriteriaLine, maxHundredths: number, weightHundredths: number | null): Criterion => {
    const { row, text, mark } = line;
    let section = sections.at(-1)?.row ?? 0;
    // One line of its own, below the criteria of another part.
    if (/^diem (thuong|cong)\b/.test(foldForSearch(text)) && sections.at(-1)?.partId !== BONUS_PART) {
      sections.push({ row, title: text, partId: known(chosen(row)) ?? BONUS_PART, written: maxHundredths });
      section = row;
    }
    const criterion = { row, text, maxHundredths, weightHundredths, section };
    criteria.push(criterion);
    if (weightHundredths !== null) {
      const heading = headings.findLast((one) => mark.startsWith(`${one.line.mark}.`))?.line ?? null;
      const key = `${section} ${heading?.row ?? 0}`;
      const share = shares.get(key) ?? { base: heading, section, own: [] };
      share.own.push(criterion);
      shares.set(key, share);
    }
    return criterion;
  };

  lines.forEach((line, index) => {
    const { row, mark, text, points, weight } = line;
    if (line.isTotal) {
      if (points.is === 'points')
        totals.push({ line, count: criteria.length, section: sections.at(-1)?.row ?? 0 });
      return;
    }
    if (isSection(line)) {
      const partId = known(chosen(row)) ?? partOf(line, parts);
      sections.push({ row, title: text || mark, partId, written: pointsWritten(line) });
      return;
    }
    if (mark !== '' && (lines[index + 1]?.mark ?? '').startsWith(`${mark}.`)) {
      headings.push({ line, from: criteria.length });
      return;
    }
    if (points.is === 'negative') faults.push(faultOf.pointsNegative(at(row), points.text));
    else if (points.is === 'text') faults.push(faultOf.pointsNotNumber(at(row), points.text));
    else if (points.is === 'date') faults.push(faultOf.pointsIsDate(at(row)));
    else if (weight.is === 'negative' || weight.is === 'text')
      faults.push(faultOf.weightNotNumber(at(row, columnLetter(header.weight ?? 0)), weight.text));
    else {
      const share = points.is === 'percent' ? points : weight;
      const percent = share.is === 'percent' ? share.hundredths : null;
      if (points.is === 'none' && percent === null) {
        if (mark !== '') faults.push(faultOf.pointsMissing(at(row)));
      } else if (text === '') faults.push(faultOf.textMissing(at(row, columnLetter(header.content))));
      else if (text.length > LONGEST) faults.push(faultOf.textTooLong(at(row, columnLetter(header.content))));
      else take(line, points.is === 'points' ? points.hundredths : -1, percent);
    }
  });
  if (criteria.length === 0 && faults.length === 0) faults.push(faultOf.noCriteria());
  if (criteria.length > MOST_CRITERIA) faults.push(faultOf.tooMany(MOST_CRITERIA));

  const outside = criteria.filter(({ section }) => section === 0);
  if (outside.length > 0) {
    const fitting = parts.filter(({ maxHundredths }) => maxHundredths === sumOf(outside));
    const bySum = fitting.length === 1 ? fitting[0]?.id : undefined;
    sections.unshift({
      row: 0,
      title: criteriaText.whole,
      partId: known(chosen(0)) ?? bySum ?? null,
      written: null,
    });
  }
  const used = sections.filter(({ row }) => criteria.some(({ section }) => section === row));
  const sectionOf = (row: number) => used.find((section) => section.row === row);

  for (const { row } of used) {
    const own = criteria.filter((one) => one.section === row);
    // Cells in the format of percent hold fractions: 0,3 and 0,7 of a part.
    if (own.length < 2 || own.some((one) => one.weightHundredths !== null) || sumOf(own) !== 100) continue;
    for (const one of own) {
      one.weightHundredths = one.maxHundredths * 100;
      one.maxHundredths = -1;
    }
    shares.set(`${row} fractions`, { base: null, section: row, own });
  }
  for (const { base, section, own } of shares.values()) {
    const rows = rowsText(own.map(({ row }) => row));
    const whole = own.reduce((sum, one) => sum + (one.weightHundredths ?? 0), 0);
    if (whole !== WHOLE) faults.push(faultOf.weightSum(rows, formatHundredths(whole)));
    const part = parts.find(({ id }) => id === sectionOf(section)?.partId);
    const most = (base && pointsWritten(base)) ?? sectionOf(section)?.written ?? part?.maxHundredths ?? null;
    if (most === null) continue;
    for (const one of own) {
      const points = Math.round((most * (one.weightHundredths ?? 0)) / WHOLE);
      if (one.maxHundredths < 0) one.maxHundredths = points;
      else if (one.maxHundredths !== points)
        faults.push(
          faultOf.weightDiffers(at(one.row), formatHundredths(one.maxHundredths), formatHundredths(points)),
        );
    }
  }
  // A share of a part that is not known yet.
  for (const one of criteria) one.maxHundredths = Math.max(one.maxHundredths, 0);
  for (const { line, from } of headings) {
    if (line.points.is !== 'points') continue;
    const below = lines.filter(({ mark }) => mark.startsWith(`${line.mark}.`)).map(({ row }) => row);
    const end = lines.find(({ row, mark }) => row > line.row && !mark.startsWith(`${line.mark}.`))?.row;
    const sum = sumOf(
      criteria.slice(from).filter(({ row }) => below.includes(row) && (end === undefined || row < end)),
    );
    if (sum !== line.points.hundredths)
      faults.push(
        faultOf.groupSum(at(line.row), formatHundredths(sum), formatHundredths(line.points.hundredths)),
      );
  }
  for (const { title, partId } of used) if (partId === null) faults.push(faultOf.partUnknown(title));
  const told = new Set<string | null>();
  for (const { row, partId, written } of used) {
    const own = criteria.filter(({ section }) => section === row);
    const sum = sumOf(own);
    const isShort = partId === BONUS_PART ? sum < (written ?? 0) : written !== null && sum !== written;
    if (!isShort || row === 0 || own[0]?.row === row) continue;
    told.add(partId);
    const rows = rowsText(own.map((one) => one.row));
    faults.push(faultOf.sectionSum(at(row), formatHundredths(written ?? 0), formatHundredths(sum), rows));
  }
  for (const { line, count, section } of totals) {
    const written = line.points.is === 'points' ? line.points.hundredths : 0;
    const above = criteria.slice(0, count);
    const counted = above.filter((one) => sectionOf(one.section)?.partId !== BONUS_PART);
    const inSection = above.filter((one) => one.section === section);
    const sums = [inSection, above, counted].map(sumOf);
    if (above.length > 0 && !sums.includes(written) && told.size === 0)
      faults.push(
        faultOf.totalDiffers(at(line.row), formatHundredths(written), formatHundredths(sumOf(counted))),
      );
  }
  const placed = criteria.map(({ section, ...one }) => ({
    ...one,
    partId: sectionOf(section)?.partId ?? null,
  }));
  const bonus = bonusOf(used, placed);
  const most = [...parts, ...(bonus ? [{ id: BONUS_PART, ...bonus }] : [])];
  const sums = most.flatMap(({ id, title, maxHundredths }) => {
    const own = placed.filter(({ partId }) => partId === id);
    if (own.length === 0) return [];
    const rows = rowsText(own.map(({ row }) => row));
    return [{ partId: id, title, sumHundredths: sumOf(own), maxHundredths, rows }];
  });
  for (const { partId, title, sumHundredths, maxHundredths, rows } of sums) {
    if (sumHundredths === maxHundredths || partId === BONUS_PART || told.has(partId)) continue;
    const say = sumHundredths > maxHundredths ? faultOf.tooMuch : faultOf.tooLittle;
    faults.push(say(title, formatHundredths(sumHundredths), formatHundredths(maxHundredths), rows));
  }
  return {
    sections: used.map(({ row, title, partId }) => ({ row, title, partId })),
    criteria: placed,
    sums,
    bonus,
    faults,
  };
}

/** How much a bonus gives at most: as its section writes, else all of its criteria together. */
function bonusOf(
  sections: readonly Section[],
  criteria: readonly { partId: string | null; maxHundredths: number }[],
): Table['bonus'] {
  const own = sections.filter(({ partId }) => partId === BONUS_PART);
  const [first] = own;
  if (!first) return null;
  const written = own.reduce((sum, one) => sum + (one.written ?? 0), 0);
  const all = sumOf(criteria.filter(({ partId }) => partId === BONUS_PART));
  return { title: criteriaText.bonus, maxHundredths: written === 0 ? all : written };
}
