import { AppError } from '../contract/errors.ts';
import { type FileType, fileTypeNames } from '../contract/vi/workbooks.ts';
import { readZipDirectory, unzipTiny, type ZipEntry } from './zip-archive.ts';

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const notAWorkbook = (file: string, type: FileType): AppError =>
  new AppError('WORKBOOK_NOT_A_WORKBOOK', { params: { file, type: fileTypeNames[type] } });
const unsupported = (file: string, type: FileType): AppError =>
  new AppError('WORKBOOK_TYPE_UNSUPPORTED', { params: { file, type: fileTypeNames[type] } });

/**
 * Tells by its bytes, never by its ending, what a file is. An .xlsx or .xlsm gives its zip directory; everything
 * else ends here with the error that names it.
 * @throws AppError WORKBOOK_EMPTY, WORKBOOK_NOT_A_WORKBOOK, WORKBOOK_TYPE_UNSUPPORTED, WORKBOOK_ENCRYPTED
 */
export function zipDirectoryOfWorkbook(fileName: string, bytes: Uint8Array): ZipEntry[] {
  if (bytes.length === 0) throw new AppError('WORKBOOK_EMPTY', { params: { file: fileName } });
  if (startsWith(bytes, 0x50, 0x4b)) return zipKind(fileName, bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw compoundFileError(fileName, bytes);
  // BIFF 2 to 4 stand in the file without a container.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04].includes(bytes[1] ?? -1) && bytes[3] === 0x00) {
    throw unsupported(fileName, 'xls');
  }
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) throw notAWorkbook(fileName, 'pdf');
  if (
    startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    startsWith(bytes, 0xff, 0xd8, 0xff) ||
    startsWith(bytes, 0x47, 0x49, 0x46)
  ) {
    throw notAWorkbook(fileName, 'picture');
  }
  const text = beginningAsText(bytes);
  if (text === null) throw notAWorkbook(fileName, 'other');
  throw textKindError(fileName, text);
}

function zipKind(fileName: string, bytes: Uint8Array): ZipEntry[] {
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
    if (has('xl/') || has('_rels/.rels')) return entries;
  }
  const type = entries.find((entry) => entry.name === 'mimetype');
  if (type !== undefined && has('content.xml')) {
    throw unzipTiny(bytes, type).includes('opendocument.spreadsheet')
      ? unsupported(fileName, 'ods')
      : notAWorkbook(fileName, 'opendocument');
  }
  throw notAWorkbook(fileName, 'zip');
}

/** An OLE container names its streams in UTF-16. */
function compoundFileError(fileName: string, bytes: Uint8Array): AppError {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string): boolean => buffer.includes(Buffer.from(`${stream}\0`, 'utf16le'));
  if (holds('EncryptedPackage') || holds('EncryptionInfo')) {
    return new AppError('WORKBOOK_ENCRYPTED', { params: { file: fileName } });
  }
  if (holds('WordDocument')) return notAWorkbook(fileName, 'word');
  if (holds('PowerPoint Document')) return notAWorkbook(fileName, 'powerpoint');
  return holds('Workbook') || holds('Book') ? unsupported(fileName, 'xls') : notAWorkbook(fileName, 'other');
}

const BEGINNING = 8192;

function beginningAsText(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, BEGINNING);
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(start);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(start);
  // A text of any other encoding has no zero bytes and hardly a control character.
  const controls = start.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13).length;
  return controls > 0 ? null : new TextDecoder('utf-8').decode(start);
}

function textKindError(fileName: string, text: string): AppError {
  const start = text.replace(/^\ufeff/, '').trimStart();
  if (start.startsWith('<?xml') || start.startsWith('<')) {
    if (/<(?:\w+:)?Workbook[\s>]/.test(start)) return unsupported(fileName, 'xml2003');
    return notAWorkbook(
      fileName,
      /<(?:!doctype\s+html|html|head|body|table|meta)\b/i.test(start) ? 'html' : 'text',
    );
  }
  return looksLikeCsv(start) ? unsupported(fileName, 'csv') : notAWorkbook(fileName, 'text');
}

/** Several lines with the same number of the same separator, at least one each. */
function looksLikeCsv(text: string): boolean {
  const lines = text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 6);
  const complete = text.length < BEGINNING ? lines : lines.slice(0, -1);
  if (complete.length < 2) return false;
  return ['\t', ';', ','].some((separator) => {
    const counts = complete.map((line) => line.replace(/"[^"]*"/g, '').split(separator).length - 1);
    return (counts[0] ?? 0) >= 1 && counts.every((count) => count === counts[0]);
  });
}
