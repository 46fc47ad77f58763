import { periodWords } from '../../contract/vi/cycles.ts';
import { formCommonTexts } from '../../contract/vi/forms-common.ts';
import { ballotTexts as texts } from '../../contract/vi/forms-votes.ts';
import { ratingLevelAbbreviations } from '../../contract/vi/ratings.ts';
import { ratingLevels } from '../../domain/ratings.ts';
import { a4, a5, type DocumentModel } from '../model.ts';
import { type PaperHeads, paperHead } from '../paper-blocks.ts';

/** The people to vote on; a ballot knows no voter. */
export interface BallotPaper {
  year: number;
  /** 1 to 4; 0 is the whole year. */
  quarter: number;
  heads: PaperHeads;
  unit: string;
  people: readonly string[];
  /** Whether collectives stand among them. */
  withCollectives: boolean;
  size: 'A4' | 'A5';
}

/** As wide as the text: 118 mm on A5, 165 mm on A4. */
const widthsMm = {
  A5: { order: 8, name: 38, level: 18 },
  A4: { order: 13, name: 64, level: 22 },
} as const;

/** The secret ballot on A5 or A4: one line a person, one box a level. */
export function ballotDocument({
  year,
  quarter,
  heads,
  unit,
  people,
  withCollectives,
  size,
}: BallotPaper): DocumentModel {
  const period = periodWords(year, quarter);
  const widths = widthsMm[size];
  const titles = [
    formCommonTexts.orderShort,
    withCollectives ? texts.subject : formCommonTexts.fullName,
    ...ratingLevels.map((level) => ratingLevelAbbreviations[level]),
  ];
  return {
    name: texts.name(unit, period),
    fileName: texts.name(unit, period),
    page: size === 'A5' ? a5 : a4('portrait'),
    blocks: [
      { ...paperHead(heads), right: { party: paperHead(heads).right.party, placeDate: '' } },
      {
        kind: 'title',
        title: texts.title,
        lines: [{ text: texts.abstract(period, withCollectives), bold: true }],
        rule: true,
      },
      {
        kind: 'paragraph',
        runs: [{ text: texts.howTo, italic: true }],
        align: 'justify',
        indent: false,
      },
      {
        kind: 'table',
        fontPt: size === 'A5' ? 11 : 13,
        columns: [
          { widthMm: widths.order, align: 'center', wrap: false },
          { widthMm: widths.name, align: 'left', wrap: true },
          ...ratingLevels.map(() => ({ widthMm: widths.level, align: 'center', wrap: false }) as const),
        ],
        head: [titles.map((text) => ({ text, colSpan: 1, rowSpan: 1 }))],
        numbering: null,
        rows: people.map((name, index) => ({
          kind: 'body',
          cells: [{ text: String(index + 1) }, { text: name }, ...ratingLevels.map(() => ({ text: '' }))],
        })),
      },
      { kind: 'notes', label: '', lines: [texts.legend] },
    ],
  };
}
