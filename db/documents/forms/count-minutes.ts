import { periodWords } from '../../contract/vi/cycles.ts';
import { formCommonTexts } from '../../contract/vi/forms-common.ts';
import { countTexts as texts } from '../../contract/vi/forms-votes.ts';
import { ratingLevelAbbreviations } from '../../contract/vi/ratings.ts';
import { type RatingLevel, ratingLevels } from '../../domain/ratings.ts';
import { a4, type DocumentModel, type TableBlock } from '../model.ts';
import { countText, percentText } from '../number-text.ts';
import { heading, items, type PaperHeads, paperHead, paragraph, textOrBlank } from '../paper-blocks.ts';
import { recipientsBlock } from '../particulars.ts';
import { groupedHead } from '../table-shape.ts';

export interface CountPaper {
  year: number;
  /** 1 to 4; 0 is the whole year. */
  quarter: number;
  heads: PaperHeads;
  unit: string;
  /** "10 giờ 15, ngày 12/12/2025" */
  time: string;
  place: string;
  team: readonly { fullName: string; role: string }[];
  issued: number;
  returned: number;
  valid: number;
  invalid: number;
  /** Votes of the valid ballots for each person; a ballot may leave a line empty, so they can be fewer. */
  people: readonly { fullName: string; votes: Record<RatingLevel, number> }[];
  chair: string;
  /** Nơi nhận; none when absent. */
  recipients?: readonly string[];
}

/** What does not add up in a count, by the row's number, never a name; empty when all does. */
export function countFaults({ issued, returned, valid, invalid, people }: CountPaper): string[] {
  const faults: string[] = [];
  if (returned > issued) faults.push('more ballots returned than issued');
  if (valid + invalid !== returned) faults.push('valid + invalid is not returned');
  people.forEach(({ votes }, index) => {
    const sum = ratingLevels.reduce((all, level) => all + votes[level], 0);
    if (sum > valid) faults.push(`row ${index + 1}: more votes than valid ballots`);
  });
  return faults;
}

function resultTable({ people, valid }: CountPaper): TableBlock {
  return {
    kind: 'table',
    fontPt: 12,
    columns: [
      { widthMm: 10, align: 'center', wrap: false },
      { widthMm: 47, align: 'left', wrap: true },
      ...ratingLevels.flatMap(
        () =>
          [
            { widthMm: 11, align: 'center', wrap: false },
            { widthMm: 16, align: 'center', wrap: false },
          ] as const,
      ),
    ],
    head: groupedHead([
      { title: formCommonTexts.orderShort, group: null },
      { title: formCommonTexts.fullName, group: null },
      ...ratingLevels.flatMap((level) => [
        { title: texts.votes, group: ratingLevelAbbreviations[level] },
        { title: texts.percent, group: ratingLevelAbbreviations[level] },
      ]),
    ]),
    numbering: null,
    rows: people.map(({ fullName, votes }, index) => ({
      kind: 'body',
      cells: [
        { text: String(index + 1) },
        { text: fullName },
        ...ratingLevels.flatMap((level) => [
          { text: countText(votes[level]) },
          { text: percentText(votes[level], valid) },
        ]),
      ],
    })),
  };
}

/** Room for the names where they are written by hand. */
const OPEN_LINES = 3;

/** Minutes of a count of ballots: counts only. Throws when they do not add up. */
export function countMinutesDocument(paper: CountPaper): DocumentModel {
  const faults = countFaults(paper);
  if (faults.length > 0) throw new Error(`The count does not add up: ${faults.join('; ')}`);
  const period = periodWords(paper.year, paper.quarter);
  const ballots = (label: string, count: number) => ({ label, text: texts.count(countText(count)) });
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
      paragraph(texts.opening(paper.time, paper.unit)),
      { kind: 'lines', lines: [{ label: texts.place, text: paper.place }] },
      heading('1', texts.team),
      ...(paper.team.length > 0
        ? items(paper.team.map(({ fullName, role }) => texts.teamMember(fullName, role)))
        : textOrBlank('', OPEN_LINES)),
      heading('2', texts.ballots),
      {
        kind: 'lines',
        lines: [
          ballots(texts.issued, paper.issued),
          ballots(texts.returned, paper.returned),
          ballots(texts.valid, paper.valid),
          ballots(texts.invalid, paper.invalid),
        ],
      },
      heading('3', texts.results),
      resultTable(paper),
      { kind: 'notes', label: '', lines: [texts.base(countText(paper.valid))] },
      {
        kind: 'signatures',
        left: { authority: texts.teamSignature, title: '', name: paper.team[0]?.fullName ?? '' },
        right: { authority: texts.chairSignature, title: '', name: paper.chair },
        recipients: recipientsBlock(paper.recipients ?? []),
      },
    ],
  };
}
