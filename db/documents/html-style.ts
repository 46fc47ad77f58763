import type { PageSetup } from './model.ts';

/** Style of a printed document. Millimetres and points only, so that paper and preview agree. */
export function documentStyle(page: PageSetup): string {
  const { top, right, bottom, left } = page.marginsMm;
  // Text is 14 pt; a table across the page leaves its height to the rows.
  const [bodyPt, titleGapMm] = page.orientation === 'portrait' ? [14, 6] : [13, 3];
  return `
@page { size: ${page.size} ${page.orientation}; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; }
* { box-sizing: border-box; }
html, body { margin: 0; padding: 0; background: #fff; color: #000; }
body { font: ${bodyPt}pt/1.2 "Times New Roman", "Liberation Serif", serif; font-variant-ligatures: none; }
p { margin: 0; }
.left { text-align: left; } .center { text-align: center; } .right { text-align: right; }
.justify { text-align: justify; }
.bold { font-weight: bold; } .italic { font-style: italic; } .underline { text-decoration: underline; }

.head { display: flex; align-items: flex-start; justify-content: space-between; text-align: center; }
.head > div { max-width: 50%; min-width: 40%; }
.party { display: inline-block; border-bottom: 0.75pt solid #000; font-weight: bold; white-space: nowrap; }
.place-date { margin-top: 1mm; font-style: italic; }

.title { margin-top: ${titleGapMm}mm; text-align: center; break-after: avoid; }
.title h1 { margin: 0; font-size: inherit; font-weight: bold; }
.unit-note { display: flex; justify-content: space-between; margin-top: 1mm; font-size: 12pt; font-style: italic;
  break-after: avoid; }
.paragraph { margin-top: 6pt; line-height: 19pt; orphans: 2; widows: 2; }
.indent { text-indent: 10mm; }

table { width: 100%; margin-top: 1mm; border-collapse: collapse; line-height: 1.15; }
thead { display: table-header-group; }
th, td { border: 0.5pt solid #000; padding: 0.5mm 0.8mm; vertical-align: middle; }
th { padding: 0.3mm 0.8mm; font-weight: bold; text-align: center; }
tr { break-inside: avoid; }
.numbering th { padding: 0.2mm; font-size: 10pt; font-style: italic; font-weight: normal; }
td.figure { white-space: nowrap; font-variant-numeric: lining-nums tabular-nums; }
td.text { overflow-wrap: anywhere; }
.section td, .total td { font-weight: bold; }
.section { break-after: avoid; }

/* The end of a table takes its last rows along: a signature never stands alone on a page. */
.end { break-inside: avoid; }
td.foot { padding: 0; border: 0; }
.notes { margin-top: 1.5mm; font-size: 10.5pt; line-height: 1.15; text-align: left; break-inside: avoid; }
.notes .label { font-style: italic; font-weight: bold; }
.signatures { display: flex; justify-content: space-between; margin-top: 3mm; font-size: ${bodyPt}pt; line-height: 1.2;
  break-inside: avoid; }
.signatures > div { width: 45%; }
.signature { text-align: center; }
.signature .authority { font-weight: bold; }
.signature .name { padding-top: 17mm; font-weight: bold; }
.recipients { margin-top: 4mm; text-align: left; font-size: 12pt; line-height: 1.2; }
.recipients:first-child { margin-top: 0; }
.recipients .label { text-decoration: underline; }

@media screen {
  html { background: #ddd; }
  body { width: max-content; max-width: ${page.orientation === 'portrait' ? 210 : 297}mm; margin: 5mm auto;
    padding: ${top}mm ${right}mm ${bottom}mm ${left}mm; }
}
`;
}
