import { AppError } from '../contract/errors.ts';
import { type FileType, fileTypeNames } from '../contract/vi/workbooks.ts';
import { separatorOf } from './csv-sheet.ts';
import { decodeText, hasUtf16Zeros } from './text-decoding.ts';
import { readZipDirectory, unzipTiny, type ZipEntry } from './zip-archive.ts';

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

export const notAWorkbook = (file: string, type: FileType): AppError =>
  new AppError('WORKBOOK_NOT_A_WORKBOOK', { params: { file, type: fileTypeNames[type] } });
const unsupported = (file: string, type: FileType): AppError =>
  new AppError('WORKBOOK_TYPE_UNSUPPORTED', { params: { file, type: fileTypeNames[type] } });

/** A file that can be read, and how. */
export type FileKind =
  | { type: 'xlsx' | 'ods'; entries: ZipEntry[] }
  | { type: 'xls'; isContainer: boolean }
  | { type: 'html'; text: string }
  | { type: 'csv'; text: string; separator: string };

/**
 * Tells by its bytes, never by its ending, what a file is.
 * @throws AppError WORKBOOK_EMPTY, WORKBOOK_NOT_A_WORKBOOK, WORKBOOK_TYPE_UNSUPPORTED, WORKBOOK_ENCRYPTED
 */
export function kindOfFile(fileName: string, bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new AppError('WORKBOOK_EMPTY', { params: { file: fileName } });
  if (startsWith(bytes, 0x50, 0x4b)) return zipKind(fileName, bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return compoundKind(fileName, bytes);
  // BIFF 2 to 4 stand in the file without a container.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04].includes(bytes[1] ?? -1) && bytes[3] === 0x00) {
    return { type: 'xls', isContainer: false };
  }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw notAWorkbook(fileName, 'pdf');
  if (
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    startsWith(bytes, 0x47, 0x49, 0x46)
  ) {
    throw notAWorkbook(fileName, 'picture');
  }
  if (!looksLikeText(bytes)) throw notAWorkbook(fileName, 'other');
  return textKind(fileName, decodeText(bytes));
}

function zipKind(fileName: string, bytes: Uint8Array): FileKind {
  let entries: ZipEntry[];
  try {
    entries = readZipDirectory(bytes);
  } catch (cause) {
    throw new AppError('WORKBOOK_NOT_A_WORKBOOK', {
      params: { file: fileName, type: fileTypeNames.damagedZip },
      cause,
    });
  }
  const has = (start: string): boolean => entries.some((entry) => entry.name.toLowerCase().startsWith(start));
  if (has('xl/workbook.bin')) throw unsupported(fileName, 'xlsb');
  if (has('[content_types].xml')) {
    if (has('word/')) throw notAWorkbook(fileName, 'word');
    if (has('ppt/')) throw notAWorkbook(fileName, 'powerpoint');
    if (has('xl/') || has('_rels/.rels')) return { type: 'xlsx', entries };
  }
  const type = entries.find((entry) => entry.name === 'mimetype');
  if (type !== undefined && has('content.xml')) {
    if (unzipTiny(bytes, type).includes('opendocument.spreadsheet')) return { type: 'ods', entries };
    throw notAWorkbook(fileName, 'opendocument');
  }
  throw notAWorkbook(fileName, 'zip');
}

/** An OLE container names its streams in UTF-16. */
function compoundKind(fileName: string, bytes: Uint8Array): FileKind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string): boolean => buffer.includes(Buffer.from(`${stream}\0`, 'utf16le'));
  if (holds('EncryptedPackage') || holds('EncryptionInfo')) {
    throw new AppError('WORKBOOK_ENCRYPTED', { params: { file: fileName } });
  }
  if (holds('WordDocument')) throw notAWorkbook(fileName, 'word');
  if (holds('PowerPoint Document')) throw notAWorkbook(fileName, 'powerpoint');
  if (holds('Workbook') || holds('Book')) return { type: 'xls', isContainer: true };
  throw notAWorkbook(fileName, 'other');
}

const BEGINNING = 8192;

/** UTF-16, or a text of any other encoding: no zero bytes and hardly a control character. */
function looksLikeText(bytes: Uint8Array): boolean {
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return true;
  const start = bytes.subarray(0, BEGINNING);
  const controls = start.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length;
  return controls === 0 || hasUtf16Zeros(start);
}

function textKind(fileName: string, text: string): FileKind {
  const start = text
    .slice(0, BEGINNING)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start.startsWith('<')) {
    if (/<(?:\w+:)?Workbook[\s>]/.test(start)) throw unsupported(fileName, 'xml2003');
    if (/<(?:!doctype\s+html|html|head|body|table|meta|style)\b/i.test(start)) return { type: 'html', text };
    throw notAWorkbook(fileName, 'text');
  }
  const separator = separatorOf(text);
  if (separator === null) throw notAWorkbook(fileName, 'text');
  return { type: 'csv', text, separator };
}
