import { LIST_NUMBER_PT } from '../contract/page-places.ts';
import type { LayoutRules } from './layout-rules.ts';
import { type PageSetup, paperMm } from './model.ts';

const pageRule = (name: string, { size, orientation, marginsMm: { top, right, bottom, left } }: PageSetup) =>
  `@page${name} { size: ${size} ${orientation}; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; }`;

/** Class of a part of the paper: its page, and with it the size of its text. */
export const pageClass = ({ size, orientation }: PageSetup): string => `${size}-${orientation}`.toLowerCase();

/** Text is 14 pt; a table across the page, or a small paper, leaves its height to the rows. */
export const bodyPt = ({ size, orientation }: PageSetup): number =>
  size === 'A5' ? 12 : orientation === 'portrait' ? 14 : 13;

/** Space over a title; a page across leaves its height to the rows. */
export const titleGapMm = ({ orientation }: PageSetup): number => (orientation === 'portrait' ? 6 : 3);

function partStyle(page: PageSetup): string {
  const { top, right, bottom, left } = page.marginsMm;
  const name = pageClass(page);
  return `${pageRule(` ${name}`, page)}
.${name} { page: ${name}; font-size: ${bodyPt(page)}pt; --gap: ${titleGapMm(page)}mm; }
@media screen {
  .${name} { width: ${paperMm(page).width}mm; padding: ${top}mm ${right}mm ${bottom}mm ${left}mm; }
}`;
}

/**
 * Style of a printed document. Millimetres and points only, so that paper and preview agree.
 * `pages`: the different papers of the document, the first one's first.
 */
export function documentStyle(pages: readonly PageSetup[], layout: LayoutRules): string {
  const [first] = pages;
  return `
${first === undefined ? '' : pageRule('', first)}
${pages.map(partStyle).join('\n')}
* { box-sizing: border-box; }
html, body { margin: 0; padding: 0; background: #fff; color: #000; }
/* A word without a space breaks: what stands out of its page makes a browser print all of it smaller. */
body { font: 14pt/1.2 "Times New Roman", "Liberation Serif", serif; font-variant-ligatures: none;
  overflow-wrap: break-word; }
p { margin: 0; }
.paper + .paper, .run + .run { break-before: page; }
.left { text-align: left; } .center { text-align: center; } .right { text-align: right; }
.justify { text-align: justify; }
.bold { font-weight: bold; } .italic { font-style: italic; } .underline { text-decoration: underline; }

.head { display: flex; align-items: flex-start; justify-content: space-between; gap: 3mm; text-align: center;
  text-wrap: balance; }
.head > div { max-width: 52%; min-width: 40%; }
/* The right lines stay whole; a long name at the left takes another line. */
.head > div:last-child { flex: none; }
.party { display: inline-block; border-bottom: 0.75pt solid #000; font-weight: bold; white-space: nowrap; }
.place-date { margin-top: 1mm; font-style: italic; }

.title { margin-top: var(--gap); text-align: center; break-after: avoid; }
.title h1 { margin: 0; font-size: inherit; font-weight: bold; }
.unit-note { display: flex; justify-content: space-between; margin-top: 1mm; font-size: 12pt; font-style: italic;
  break-after: avoid; }
.paragraph, .line, .choices { margin-top: 6pt; line-height: ${layout.linePitchPt}pt; orphans: 2; widows: 2; }
.indent, .basis p { text-indent: 10mm; }
.basis { margin-top: 4mm; }
.basis p { margin-top: 3pt; line-height: ${layout.linePitchPt}pt; text-align: justify;${layout.basisItalic ? ' font-style: italic;' : ''} }
.heading { margin-top: 8pt; font-weight: bold; line-height: ${layout.linePitchPt}pt; text-indent: 10mm;
  break-after: avoid; break-inside: avoid; }
.heading.level-3 { font-style: italic; font-weight: normal; }
.line { text-align: left; }
.open { display: flex; align-items: flex-end; }
.open > span:first-child { flex: none; max-width: 100%; }
.open > .fill { flex: 1; min-width: 0; }
.fill { height: ${layout.linePitchPt - 5}pt; margin: 0 0 5pt 1.5mm; border-bottom: 0.75pt dotted #000; }
.blank { break-inside: avoid; height: ${layout.linePitchPt + 4}pt; border-bottom: 0.75pt dotted #000; }
.choices { display: flex; flex-wrap: wrap; align-items: baseline; column-gap: 3mm; break-inside: avoid; }
.choices > span { white-space: nowrap; }
.choices.grid { padding-left: 10mm; }
.choices.grid > span { width: calc(50% - 2mm); }
.choices.grid > .label { width: 100%; white-space: normal; }
.box { display: inline-block; width: 4.2mm; height: 4.2mm; margin-left: 1mm; border: 0.75pt solid #000; font-size: 11pt;
  font-weight: bold; line-height: 3.9mm; text-align: center; vertical-align: -0.6mm; }
.page-break { break-after: page; }

table { width: 100%; margin-top: 1mm; border-collapse: collapse; line-height: 1.15; }
thead { display: table-header-group; }
th, td { border: 0.5pt solid #000; padding: 0.5mm 0.8mm; vertical-align: middle; }
th { padding: 0.3mm 0.8mm; font-weight: bold; text-align: center; }
tr { break-inside: avoid; }
.numbering th { padding: 0.2mm; font-size: 10pt; font-style: italic; font-weight: normal; }
td.figure { white-space: nowrap; font-variant-numeric: lining-nums tabular-nums; }
td.text { overflow-wrap: anywhere; white-space: pre-line; }
.page-of { display: block; height: 1.15em; font-size: ${LIST_NUMBER_PT}pt; }
.section td, .total td { font-weight: bold; }
.section { break-after: avoid; }

/* The end of a table takes its last rows along: a signature never stands alone on a page. */
.end { break-inside: avoid; }
td.foot { padding: 0; border: 0; }
.notes { margin-top: 1.5mm; font-size: 10.5pt; line-height: 1.15; text-align: left; break-inside: avoid; }
.notes .label { font-style: italic; font-weight: bold; }
.signatures { display: flex; justify-content: space-between; margin-top: 4mm; line-height: 1.2; break-inside: avoid;
  break-before: avoid; }
td.foot .signatures { margin-top: 3mm; }
.signed { break-inside: avoid; break-before: avoid; }
.signatures > div { display: flex; flex-direction: column; width: 50%; }
/* The last line of a long text, with two lines of it: asked to keep a signature with a text that comes from the page
   before, a browser splits the signature. */
.to-signature { widows: 3; }
.to-signature > span:last-child { display: inline-block; width: 100%; text-indent: 0; }
/* Names stand level, and not under a long list of recipients. */
.signatures.to { align-items: flex-start; }
.signature { display: flex; flex: 1; flex-direction: column; padding: 0 1mm; text-align: center; text-wrap: balance; }
.signature .authority { font-weight: bold; }${layout.signatureTitleBold ? '\n.signature .post { font-weight: bold; }' : ''}
.signature .note, .signature .signed-on { font-style: italic; }
.signature .name { margin-top: auto; padding-top: 17mm; font-weight: bold; }
.recipients { margin-top: 4mm; text-align: left; font-size: 12pt; line-height: 1.2; }
.recipients:first-child { margin-top: 0; }
.recipients .label { text-decoration: underline; }

@media screen {
  html { background: #ddd; }
  .paper { margin: 5mm auto; background: #fff; }
}
`;
}
