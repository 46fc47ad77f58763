import { dossierPaperTexts as texts } from '../../contract/vi/dossier.ts';
import { dossierTexts } from '../../contract/vi/forms-remediation.ts';
import { a4, type Block, type DocumentModel, type TableColumn } from '../model.ts';
import { type PaperHeads, paperHead } from '../paper-blocks.ts';

/** What stands over every paper that is made for a dossier alone. */
export interface DossierFrame {
  fullName: string;
  heads: PaperHeads;
  firstYear: number;
  lastYear: number;
}

/** One rating of a year; levels as they are printed, '' where none. */
export interface RatingLine {
  /** '2025', 'Quý II/2025' */
  period: string;
  as: string;
  self: string;
  proposed: string;
  decided: string;
  score: string;
  decision: string;
}

export interface DisciplineLine {
  day: string;
  form: string;
  decision: string;
  post: string;
  note: string;
}

const cell = (widthMm: number, align: 'left' | 'center' = 'left'): TableColumn => ({
  widthMm,
  align,
  wrap: align === 'left',
});

function tablePaper(
  frame: DossierFrame,
  name: string,
  title: string,
  table: { titles: readonly string[]; columns: readonly TableColumn[]; rows: readonly (readonly string[])[] },
): DocumentModel {
  const { fullName, heads, firstYear, lastYear } = frame;
  const body: Block =
    table.rows.length === 0
      ? { kind: 'paragraph', runs: [{ text: texts.noDisciplines }], align: 'justify', indent: true }
      : {
          kind: 'table',
          fontPt: 12,
          columns: table.columns,
          head: [table.titles.map((text) => ({ text, colSpan: 1, rowSpan: 1 }))],
          numbering: null,
          rows: table.rows.map((row) => ({ kind: 'body', cells: row.map((text) => ({ text })) })),
        };
  return {
    name: `${name} - ${fullName}`,
    fileName: `${name} - ${fullName}`,
    page: a4('portrait'),
    blocks: [
      paperHead(heads),
      {
        kind: 'title',
        title,
        lines: [{ text: texts.of(fullName, dossierTexts.years(firstYear, lastYear)) }],
        rule: true,
      },
      body,
    ],
  };
}

/** The ratings of a person over the years: as member, as leader and as staff, each with its three values. */
export const personRatingsDocument = (frame: DossierFrame, lines: readonly RatingLine[]): DocumentModel =>
  tablePaper(frame, texts.ratings, texts.ratingsTitle, {
    titles: Object.values(texts.ratingColumns),
    columns: [
      cell(19, 'center'),
      cell(28),
      cell(22, 'center'),
      cell(22, 'center'),
      cell(24, 'center'),
      cell(14, 'center'),
      cell(36),
    ],
    rows: lines.map(({ period, as, self, proposed, decided, score, decision }) => [
      period,
      as,
      self,
      proposed,
      decided,
      score,
      decision,
    ]),
  });

export const personDisciplinesDocument = (
  frame: DossierFrame,
  lines: readonly DisciplineLine[],
): DocumentModel =>
  tablePaper(frame, texts.disciplines, texts.disciplinesTitle, {
    titles: Object.values(texts.disciplineColumns),
    columns: [cell(24, 'center'), cell(26), cell(42), cell(43), cell(30)],
    rows: lines.map(({ day, form, decision, post, note }) => [day, form, decision, post, note]),
  });
