import { tcvn3Letters, vniLetters, windows1258 } from '../../db/contract/vi/sheet-old-fonts.ts';

const reversed = (letters: ReadonlyMap<string, string>): Map<string, string> => {
  const found = new Map<string, string>();
  for (const [bytes, letter] of letters) if (!found.has(letter)) found.set(letter, bytes);
  return found;
};
const tcvn3 = reversed(tcvn3Letters);
const vni = reversed(vniLetters);
const with1258 = new Map([...windows1258].map(([byte, char]) => [char, byte]));

/** Text as a file in TCVN3 holds it; capitals with a tone have no byte there and come as small letters. */
export const toTcvn3 = (text: string): string =>
  [...text.normalize('NFC')].map((char) => tcvn3.get(char) ?? tcvn3.get(char.toLowerCase()) ?? char).join('');

export const toVni = (text: string): string =>
  [...text.normalize('NFC')].map((char) => vni.get(char) ?? char).join('');

/** Bytes of Windows-1258: the letter, its tone behind it. */
export function to1258(text: string): Uint8Array {
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/;
  const bytes: number[] = [];
  for (const char of text.normalize('NFC')) {
    const parts = char.normalize('NFD');
    const tone = tones.exec(parts)?.[0] ?? '';
    const plain = parts.replace(tones, '').normalize('NFC');
    for (const one of tone === '' ? [char] : [plain, tone])
      bytes.push(with1258.get(one) ?? one.charCodeAt(0));
  }
  return Uint8Array.from(bytes);
}

export const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
export const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
export const utf16le = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
export const utf16be = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le').swap16());
