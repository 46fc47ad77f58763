import { windows1258 } from '../contract/vi/sheet-old-fonts.ts';
import { convertOldText, looksOld } from './old-fonts.ts';
import { countSyllables } from './syllables.ts';

const SAMPLE = 200_000;

/** Which half of the first bytes holds the zeros of UTF-16; null when neither does. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const start = bytes.subarray(0, 512);
  const zeros = [0, 0];
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = start.length / 8;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : null;
}

export const hasUtf16Zeros = (bytes: Uint8Array): boolean => utf16Order(bytes) !== null;

function fromUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const from1252 = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes);

/** Windows-1258: letters with their tone as a mark behind, joined. */
export const from1258 = (text1252: string): string =>
  text1252
    .replace(/[\u00c0-\u00ff]/g, (char) => windows1258.get(char.charCodeAt(0)) ?? char)
    .normalize('NFC');

/**
 * The text of a file: UTF-8 or UTF-16 with or without its mark; else one byte a letter, where that which makes more
 * Vietnamese syllables wins: Windows-1258, or TCVN3 and VNI, which are left as they are to be converted by column.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const order = utf16Order(bytes);
  if (order !== null) return new TextDecoder(order).decode(bytes);
  const utf8 = fromUtf8(bytes);
  if (utf8 !== null) return utf8;
  const plain = from1252(bytes);
  const sample = plain.slice(0, SAMPLE);
  const windows = countSyllables(from1258(sample)).syllables;
  const isOld =
    looksOld(sample) &&
    (['TCVN3', 'VNI'] as const).some(
      (font) => countSyllables(convertOldText(sample, font).text).syllables > windows,
    );
  return isOld ? plain : from1258(plain);
}
