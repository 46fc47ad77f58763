import { StringDecoder } from 'node:string_decoder';
import { createInflateRaw, inflateRawSync } from 'node:zlib';

/** One entry of the zip directory. */
export interface ZipEntry {
  name: string;
  method: number;
  compressedSize: number;
  /** Unzipped size as the directory says; reading stops when it turns out larger. */
  size: number;
  offset: number;
}

/** The bytes are no readable zip: cut off, overwritten, or its directory does not tell the truth. */
export class DamagedZipError extends Error {
  override name = 'DamagedZipError';
}

const END_OF_DIRECTORY = 0x06054b50;
const END_OF_DIRECTORY_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const LONGEST_COMMENT = 0xffff;
const MARKED_64 = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;
const CHUNK_BYTES = 16 * 1024;
const TINY_BYTES = 512;

const within = (bytes: Buffer, offset: number, length: number): boolean =>
  offset >= 0 && offset + length <= bytes.length;

function findEnd(bytes: Buffer): number {
  const lowest = Math.max(0, bytes.length - 22 - LONGEST_COMMENT);
  for (let at = bytes.length - 22; at >= lowest; at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new DamagedZipError('no end of directory');
}

function directoryPlace(bytes: Buffer): { offset: number; count: number } {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const offset = bytes.readUInt32LE(end + 16);
  if (offset !== MARKED_64 && count !== 0xffff) return { offset, count };
  if (end < 20 || bytes.readUInt32LE(end - 20) !== LOCATOR_64) return { offset, count };
  const end64 = Number(bytes.readBigUInt64LE(end - 12));
  if (!within(bytes, end64, 56) || bytes.readUInt32LE(end64) !== END_OF_DIRECTORY_64) {
    throw new DamagedZipError('no zip64 end of directory');
  }
  return {
    offset: Number(bytes.readBigUInt64LE(end64 + 48)),
    count: Number(bytes.readBigUInt64LE(end64 + 32)),
  };
}

/** Sizes beyond 4 GB stand in an extra field; only the ones marked so are there, in this order. */
function withSizes64(extra: Buffer, entry: ZipEntry): ZipEntry {
  let at = 0;
  while (at + 4 <= extra.length) {
    const id = extra.readUInt16LE(at);
    const length = extra.readUInt16LE(at + 2);
    if (id === 1 && within(extra, at + 4, length)) {
      let next = at + 4;
      const take = (value: number): number => {
        if (value !== MARKED_64 || next + 8 > at + 4 + length) return value;
        const wide = Number(extra.readBigUInt64LE(next));
        next += 8;
        return wide;
      };
      const size = take(entry.size);
      const compressedSize = take(entry.compressedSize);
      return { ...entry, size, compressedSize, offset: take(entry.offset) };
    }
    at += 4 + length;
  }
  return entry;
}

/** Reads the directory only; nothing is unzipped. @throws DamagedZipError */
export function readZipDirectory(file: Uint8Array): ZipEntry[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (bytes.length < 22) throw new DamagedZipError('too short');
  const { offset, count } = directoryPlace(bytes);
  const entries: ZipEntry[] = [];
  let at = offset;
  for (let index = 0; index < count; index += 1) {
    if (!within(bytes, at, 46) || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) {
      throw new DamagedZipError('directory cut off');
    }
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const commentLength = bytes.readUInt16LE(at + 32);
    if (!within(bytes, at + 46, nameLength + extraLength)) throw new DamagedZipError('directory cut off');
    const nameEnd = at + 46 + nameLength;
    entries.push(
      withSizes64(bytes.subarray(nameEnd, nameEnd + extraLength), {
        // Some writers use backslashes or a leading slash.
        name: bytes
          .toString('utf8', at + 46, nameEnd)
          .replace(/\\/g, '/')
          .replace(/^\/+/, ''),
        method: bytes.readUInt16LE(at + 10),
        compressedSize: bytes.readUInt32LE(at + 20),
        size: bytes.readUInt32LE(at + 24),
        offset: bytes.readUInt32LE(at + 42),
      }),
    );
    at = nameEnd + extraLength + commentLength;
  }
  return entries;
}

function packedBytes(file: Uint8Array, entry: ZipEntry): Buffer {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  if (!within(bytes, entry.offset, 30) || bytes.readUInt32LE(entry.offset) !== LOCAL_ENTRY) {
    throw new DamagedZipError(`no local entry of ${entry.name}`);
  }
  const start =
    entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  if (!within(bytes, start, entry.compressedSize)) throw new DamagedZipError(`${entry.name} cut off`);
  return bytes.subarray(start, start + entry.compressedSize);
}

/** Unzips one entry in small pieces, so that no size it claims or hides can fill the memory. @throws DamagedZipError */
export async function* unzipEntry(file: Uint8Array, entry: ZipEntry): AsyncGenerator<Buffer> {
  const packed = packedBytes(file, entry);
  if (entry.method === STORED) {
    for (let at = 0; at < packed.length; at += CHUNK_BYTES) yield packed.subarray(at, at + CHUNK_BYTES);
    return;
  }
  if (entry.method !== DEFLATED) throw new DamagedZipError(`${entry.name} uses method ${entry.method}`);
  const inflate = createInflateRaw({ chunkSize: CHUNK_BYTES });
  inflate.end(packed);
  let produced = 0;
  try {
    for await (const chunk of inflate) {
      produced += chunk.length;
      if (produced > entry.size) throw new DamagedZipError(`${entry.name} is larger than the directory says`);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof DamagedZipError) throw error;
    throw new DamagedZipError(`${entry.name} cannot be unzipped`, { cause: error });
  }
  if (produced !== entry.size) throw new DamagedZipError(`${entry.name} is shorter than the directory says`);
}

/** The same as text: UTF-8, or UTF-16 where a byte order mark says so. */
export async function* unzipText(file: Uint8Array, entry: ZipEntry): AsyncGenerator<string> {
  let decoder: StringDecoder | null = null;
  for await (let chunk of unzipEntry(file, entry)) {
    if (decoder === null) {
      const utf16 = chunk[0] === 0xff && chunk[1] === 0xfe;
      const utf8Mark = chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;
      decoder = new StringDecoder(utf16 ? 'utf16le' : 'utf8');
      chunk = chunk.subarray(utf16 ? 2 : utf8Mark ? 3 : 0);
    }
    yield decoder.write(chunk);
  }
}

/** A small entry as one text. */
export async function unzipWhole(file: Uint8Array, entry: ZipEntry): Promise<string> {
  let text = '';
  for await (const chunk of unzipText(file, entry)) text += chunk;
  return text;
}

/** The start of a tiny entry, at once; '' when it is larger than tiny or cannot be unzipped. */
export function unzipTiny(file: Uint8Array, entry: ZipEntry): string {
  try {
    const packed = packedBytes(file, entry);
    const bytes = entry.method === STORED ? packed : inflateRawSync(packed, { maxOutputLength: TINY_BYTES });
    return bytes.subarray(0, TINY_BYTES).toString('latin1');
  } catch {
    return '';
  }
}
