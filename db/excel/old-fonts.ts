import { tcvn3Letters, vniLetters, windows1258 } from '../contract/vi/sheet-old-fonts.ts';
import type { OldFont } from './raw-sheet.ts';

/** The encoding that a font's name tells, e.g. '.VnTimeH' or 'VNI-Times'; null for every other font. */
export function oldFontOf(name: string | undefined): OldFont | null {
  const plain = (name ?? '').trim();
  if (/^\.vn/i.test(plain)) return /H$|(?:time|arial)h$/.test(plain) ? 'TCVN3-H' : 'TCVN3';
  return /^vni[- ]/i.test(plain) ? 'VNI' : null;
}

export interface Converted {
  text: string;
  /** Characters that mean no letter in this encoding, each once; they are kept in the text. */
  unconverted: string;
}

const NO_LETTER_OF_UNICODE =
  /[\u00a1-\u00a6\u00a8-\u00af\u00b1-\u00b8\u00ba-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00dc\u00de\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff]/;
/** In Vietnamese no marked vowel stands behind a or e. */
const VNI_PAIR =
  /[aA][\u00c0-\u00c5\u00c8-\u00cb\u00cf\u00d5\u00d8-\u00dc\u00e0-\u00e5\u00e8-\u00eb\u00ef\u00f5\u00f8-\u00fc]|[eE][\u00c0-\u00c5\u00cf\u00d5\u00d8\u00d9\u00db\u00e0-\u00e5\u00ef\u00f5\u00f8\u00f9\u00fb]/;
/** Whether a text holds what Unicode Vietnamese never does, so that it may be of an old encoding. */
export const looksOld = (text: string): boolean => NO_LETTER_OF_UNICODE.test(text) || VNI_PAIR.test(text);

/** Letters that only Unicode text has; Latin-1 alone can be either. */
const ONLY_UNICODE = /[\u0128\u0129\u0168\u0169\u1ea0-\u1ef9]/;
/** Letters of Unicode text, and what a Windows of code page 1258 makes of old bytes. */
const UNICODE_OR_1258 = /[\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af\u01b0]|[\u0300-\u0323]/;
export const isUnicodeVietnamese = (text: string): boolean =>
  ONLY_UNICODE.test(text) || (UNICODE_OR_1258.test(text) && !looksOld(text));

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII
export const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text);

/** Kept as they are in every encoding: no-break space, dashes, quotes, bullet, dots. */
const isNeutral = (char: string): boolean =>
  char < '\u0080' || char === '\u00a0' || /[\u2010-\u2026]/.test(char);

const bytesOf1258 = new Map([...windows1258].map(([byte, char]) => [char, String.fromCharCode(byte)]));

/** Symbol fonts put their bytes at U+F000; a Windows of code page 1258 took some for its own letters. */
const asBytes = (text: string): string =>
  text
    .replace(/[\uf020-\uf0ff]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xf000))
    .replace(/[\u0100-\u0323\u20ab]/g, (char) => bytesOf1258.get(char) ?? char);

function convert(text: string, letters: ReadonlyMap<string, string>, longest: 1 | 2): Converted {
  const bytes = asBytes(text);
  let out = '';
  const left = new Set<string>();
  for (let at = 0; at < bytes.length; ) {
    const pair = longest === 2 ? letters.get(bytes.slice(at, at + 2)) : undefined;
    if (pair !== undefined && at + 1 < bytes.length) {
      out += pair;
      at += 2;
      continue;
    }
    const char = bytes.charAt(at);
    const single = letters.get(char);
    if (single === undefined && !isNeutral(char)) left.add(char);
    out += single ?? char;
    at += 1;
  }
  return { text: out.normalize('NFC'), unconverted: [...left].join('') };
}

/** Text of an old font as Unicode. */
export function convertOldText(text: string, font: OldFont): Converted {
  if (font === 'VNI') return convert(text, vniLetters, 2);
  const converted = convert(text, tcvn3Letters, 1);
  return font === 'TCVN3-H' ? { ...converted, text: converted.text.toUpperCase() } : converted;
}
