import { periodWords } from '../../contract/vi/cycles.ts';
import { formCommonTexts } from '../../contract/vi/forms-common.ts';
import { meetingTexts as texts } from '../../contract/vi/forms-votes.ts';
import { ratingLevelNames } from '../../contract/vi/ratings.ts';
import type { RatingLevel } from '../../domain/ratings.ts';
import { a4, type DocumentModel, type TableBlock } from '../model.ts';
import { heading, items, type PaperHeads, paperHead, paragraph, textOrBlank } from '../paper-blocks.ts';
import { recipientsBlock } from '../particulars.ts';

export interface MeetingPaper {
  year: number;
  /** 1 to 4; 0 is the whole year. */
  quarter: number;
  heads: PaperHeads;
  /** The cell or group that met. */
  unit: string;
  /** "8 giờ 00, ngày 12/12/2025"; empty texts are left open. */
  began: string;
  ended: string;
  place: string;
  /** Null is left open. */
  total: number | null;
  present: number | null;
  absent: readonly { fullName: string; reason: string }[];
  chair: string;
  /** Nơi nhận; none when absent. */
  recipients?: readonly string[];
  secretary: string;
  agenda: readonly string[];
  opinions: readonly { fullName: string; text: string; isCollective?: boolean }[];
  results: readonly { fullName: string; proposed: RatingLevel | null; note: string }[];
}

const DOTS = '...................';
const OPEN_LINES = 4;

const resultTable = (results: MeetingPaper['results']): TableBlock => ({
  kind: 'table',
  fontPt: 13,
  columns: [
    { widthMm: 13, align: 'center', wrap: false },
    { widthMm: 55, align: 'left', wrap: true },
    { widthMm: 62, align: 'left', wrap: true },
    { widthMm: 35, align: 'left', wrap: true },
  ],
  head: [
    [formCommonTexts.orderShort, formCommonTexts.fullName, texts.result, formCommonTexts.note].map(
      (text) => ({ text, colSpan: 1, rowSpan: 1 }),
    ),
  ],
  numbering: null,
  rows: results.map(({ fullName, proposed, note }, index) => ({
    kind: 'body',
    cells: [
      { text: String(index + 1) },
      { text: fullName },
      { text: proposed === null ? '' : ratingLevelNames[proposed] },
      { text: note },
    ],
  })),
});

/** The names of the absent may be left out or be known in part: the counts say how many there are. */
const absentOf = ({ total, present }: MeetingPaper): number | null =>
  total === null || present === null ? null : total - present;

/** Minutes of the meeting that rates the members of a cell. */
export function meetingMinutesDocument(paper: MeetingPaper): DocumentModel {
  const period = periodWords(paper.year, paper.quarter);
  const people = (count: number | null): string => (count === null ? '' : texts.people(count));
  return {
    name: texts.name(paper.unit, period),
    fileName: texts.name(paper.unit, period),
    page: a4('portrait'),
    blocks: [
      paperHead(paper.heads),
      {
        kind: 'title',
        title: texts.title,
        lines: [{ text: texts.abstract(period), bold: true }],
        rule: true,
      },
      paragraph(texts.began(paper.began || DOTS)),
      {
        kind: 'lines',
        lines: [
          { label: texts.unit, text: paper.unit },
          { label: texts.place, text: paper.place },
          { label: texts.total, text: people(paper.total) },
          { label: texts.present, text: people(paper.present) },
          { label: texts.absent, text: people(absentOf(paper)) },
        ],
      },
      ...(paper.absent.length === 0
        ? []
        : [
            paragraph(`${texts.absentList}:`),
            ...items(
              paper.absent.map(({ fullName, reason }) =>
                reason === '' ? fullName : formCommonTexts.labelled(fullName, reason),
              ),
            ),
          ]),
      {
        kind: 'lines',
        lines: [
          { label: texts.chair, text: paper.chair },
          { label: texts.secretary, text: paper.secretary },
        ],
      },
      heading('1', texts.agenda),
      ...(paper.agenda.length > 0 ? items(paper.agenda) : textOrBlank('', OPEN_LINES)),
      heading('2', texts.opinions),
      ...(paper.opinions.length > 0
        ? items(
            paper.opinions.map(({ fullName, text, isCollective }) =>
              isCollective ? formCommonTexts.labelled(fullName, text) : texts.opinionOn(fullName, text),
            ),
          )
        : textOrBlank('', OPEN_LINES)),
      heading('3', texts.results),
      resultTable(paper.results),
      paragraph(texts.ended(paper.ended || DOTS)),
      {
        kind: 'signatures',
        left: { authority: texts.writer, title: '', name: paper.secretary },
        right: { authority: texts.chairSignature, title: '', name: paper.chair },
        recipients: recipientsBlock(paper.recipients ?? []),
      },
    ],
  };
}
