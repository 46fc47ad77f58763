import type { Office } from '../contract/office.ts';
import { documentTexts } from '../contract/vi/documents.ts';
import { formCommonTexts, sentence } from '../contract/vi/forms-common.ts';
import type { Block, HeadBlock, ParagraphBlock, Signature, TextRun } from './model.ts';
import { placeDateLine } from './place-date.ts';

/** Heads of a paper, with the names its units had on its day. */
export interface PaperHeads {
  /** "ĐẢNG BỘ XÃ SÔNG MÂY"; may be empty. */
  superior: string;
  /** "CHI BỘ THÔN SUỐI BẠC"; empty leaves room for the pen. */
  issuing: string;
  /** "Số 05-KH/ĐU"; null on a paper without a number of its own. */
  number: string | null;
  place: string;
  /** 'YYYY-MM-DD', or the year alone where the day is written by hand. */
  day: string;
}

/** Who signs; empty lines are left out, an empty name is written by hand. */
export interface PaperSignature {
  authority: string;
  title: string;
  name: string;
}

/** Heads of a paper of the office itself; `day` is 'YYYY-MM-DD' or the year alone. */
export const officeHeads = (office: Office, day: string, number: string | null = null): PaperHeads => ({
  superior: office.superiorHead,
  issuing: office.issuingHead,
  number,
  place: office.placeName,
  day,
});

export function placeDateOf({ place, day }: Pick<PaperHeads, 'place' | 'day'>): string {
  return day.length === 10
    ? placeDateLine(place, day)
    : formCommonTexts.openPlaceDate(place || formCommonTexts.openPlace, day.slice(0, 4));
}

export function paperHead(heads: PaperHeads): HeadBlock {
  return {
    kind: 'head',
    left: {
      superior: heads.superior,
      issuing: heads.issuing || documentTexts.openLine,
      number: heads.number,
    },
    right: { party: documentTexts.party, placeDate: placeDateOf(heads) },
  };
}

/** A numbered heading inside a paper: "1. ...". */
export const heading = (mark: string, text: string): Block => ({ kind: 'heading', level: 2, mark, text });

export const paragraph = (...runs: readonly (string | TextRun)[]): ParagraphBlock => ({
  kind: 'paragraph',
  runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)),
  align: 'justify',
  indent: true,
});

const textLines = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** What a person wrote: a paragraph a line; nothing for empty text. */
export const textParagraphs = (text: string): ParagraphBlock[] =>
  textLines(text).map((each) => paragraph(each));

/** What a person wrote, or dotted lines to write it by hand. */
export function textOrBlank(text: string, lines: number): Block[] {
  const paragraphs = textParagraphs(text);
  return paragraphs.length > 0 ? paragraphs : [{ kind: 'blank', lines }];
}

/** "- ..." lines, each with its full stop; what was typed on several lines goes on in paragraphs under its first. */
export const items = (texts: readonly string[]): ParagraphBlock[] =>
  texts.flatMap((text) => {
    const [first = '', ...others] = textLines(text);
    const own = first.replace(/^[-–•]\s*/, '');
    return others.length === 0
      ? [paragraph(formCommonTexts.item(sentence(own)))]
      : [
          paragraph(formCommonTexts.item(own)),
          ...others.map((each, index) => paragraph(index === others.length - 1 ? sentence(each) : each)),
        ];
  });

/** A signature by hand under a note that asks for it. */
export const handSignature = (signature: PaperSignature): Signature => ({
  ...signature,
  note: formCommonTexts.signHere,
});
