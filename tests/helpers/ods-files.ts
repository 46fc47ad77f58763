import { zipBytes } from './zip-files.ts';

const manifest = (extra: string) =>
  `<?xml version="1.0"?><manifest:manifest><manifest:file-entry manifest:full-path="content.xml">${extra}</manifest:file-entry></manifest:manifest>`;

export interface OdsOptions {
  /** Automatic styles. */
  styles?: string;
  /** Head and foot of printed pages. */
  printed?: string;
  encrypted?: boolean;
}

/** An .ods of the tables that are given as XML. */
export function odsBytes(
  tables: string,
  { styles = '', printed = '', encrypted = false }: OdsOptions = {},
): Uint8Array {
  const content =
    `<?xml version="1.0" encoding="UTF-8"?><office:document-content><office:automatic-styles>${styles}` +
    `</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  const pages = `<office:document-styles><office:master-styles><style:master-page>${printed}</style:master-page></office:master-styles></office:document-styles>`;
  return zipBytes([
    { name: 'mimetype', data: Buffer.from('application/vnd.oasis.opendocument.spreadsheet') },
    { name: 'content.xml', data: Buffer.from(content) },
    { name: 'styles.xml', data: Buffer.from(pages) },
    {
      name: 'META-INF/manifest.xml',
      data: Buffer.from(manifest(encrypted ? '<manifest:encryption-data/>' : '')),
    },
  ]);
}

/** A cell of text. */
export const odsText = (text: string, attributes = ''): string =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${text}</text:p></table:table-cell>`;
export const odsRow = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
