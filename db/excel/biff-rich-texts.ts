/** A text of several fonts: each run from its first character on, by the index of its font. */
export interface RichText {
  text: string;
  runs: { at: number; font: number }[];
}

const WIDE = 1;
const EXTENDED = 4;
const RICH = 8;
/** Excel holds no longer text in a cell. */
const LONGEST_TEXT = 32_767;

/** The bytes of a record that goes on in others. Characters that are cut say anew in each part how wide they are. */
class Parts {
  readonly #parts: readonly Buffer[];
  #part = 0;
  #at = 0;

  constructor(parts: readonly Buffer[]) {
    this.#parts = parts;
  }

  #next(): Buffer | null {
    for (;;) {
      const part = this.#parts[this.#part];
      if (part === undefined) return null;
      if (this.#at < part.length) return part;
      this.#part += 1;
      this.#at = 0;
    }
  }

  /** null at the end. */
  number(bytes: 1 | 2 | 4): number | null {
    let value = 0;
    for (let place = 0; place < bytes; place += 1) {
      const part = this.#next();
      if (part === null) return null;
      value += (part[this.#at] ?? 0) * 256 ** place;
      this.#at += 1;
    }
    return value;
  }

  characters(count: number, isWide: boolean): string | null {
    let text = '';
    let wide = isWide;
    while (text.length < count) {
      const isCut = this.#at > 0 && this.#at === this.#parts[this.#part]?.length;
      const part = this.#next();
      if (part === null) return null;
      if (isCut && text.length > 0) {
        wide = ((part[0] ?? 0) & WIDE) === 1;
        this.#at = 1;
      }
      const size = wide ? 2 : 1;
      const taken = Math.min(count - text.length, Math.floor((part.length - this.#at) / size));
      if (taken <= 0) return null;
      text += part.toString(wide ? 'utf16le' : 'latin1', this.#at, this.#at + taken * size);
      this.#at += taken * size;
    }
    return text;
  }

  skip(bytes: number): void {
    for (let left = bytes; left > 0; ) {
      const part = this.#next();
      if (part === null) return;
      const step = Math.min(left, part.length - this.#at);
      this.#at += step;
      left -= step;
    }
  }
}

/**
 * The texts of several fonts in the table of shared strings (MS-XLS 2.4.265, 2.5.293), by their index; `parts` is the
 * record and those that it goes on in. What is cut off ends the walk.
 */
export function richTextsOf(parts: readonly Buffer[]): Map<number, RichText> {
  const found = new Map<number, RichText>();
  const bytes = new Parts(parts);
  bytes.skip(4);
  const count = bytes.number(4) ?? 0;
  for (let index = 0; index < count; index += 1) {
    const length = bytes.number(2);
    const flags = bytes.number(1);
    if (length === null || flags === null || length > LONGEST_TEXT) break;
    const runCount = (flags & RICH) === 0 ? 0 : (bytes.number(2) ?? 0);
    const extension = (flags & EXTENDED) === 0 ? 0 : (bytes.number(4) ?? 0);
    const text = bytes.characters(length, (flags & WIDE) !== 0);
    if (text === null) break;
    const runs: RichText['runs'] = [];
    for (let run = 0; run < runCount; run += 1) {
      const at = bytes.number(2);
      const font = bytes.number(2);
      if (at === null || font === null) return found;
      runs.push({ at, font });
    }
    bytes.skip(extension);
    if (runs.length > 0) found.set(index, { text, runs });
  }
  return found;
}

/** The runs of a cell of its own (RSTRING of Excel 5 and 95), as bytes: row, column, format, length, text, runs. */
export function richTextOfCell(data: Buffer): RichText | null {
  const TEXT_AT = 8;
  if (data.length < TEXT_AT) return null;
  const length = data.readUInt16LE(6);
  const runsAt = TEXT_AT + length;
  const count = data[runsAt] ?? 0;
  if (data.length < runsAt + 1 + count * 2) return null;
  const runs = Array.from({ length: count }, (_, run) => ({
    at: data[runsAt + 1 + run * 2] ?? 0,
    font: data[runsAt + 2 + run * 2] ?? 0,
  }));
  return runs.length === 0 ? null : { text: data.toString('latin1', TEXT_AT, runsAt), runs };
}
