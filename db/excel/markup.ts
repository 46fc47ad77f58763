/** One piece of HTML or XML text. */
export type MarkupToken =
  | { kind: 'text'; text: string }
  /** `name` in lower case; `empty` for a tag that closes itself. */
  | { kind: 'open'; name: string; attributes: string; empty: boolean }
  | { kind: 'close'; name: string };

const marks = { grave: '\u0300', acute: '\u0301', circ: '\u0302', tilde: '\u0303' };
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

function entity(whole: string, body: string): string {
  if (body.startsWith('#')) {
    const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  }
  const known = named[body.toLowerCase()];
  if (known !== undefined) return known;
  const [, letter = '', mark = ''] = /^([A-Za-z])(grave|acute|circ|tilde)$/.exec(body) ?? [];
  return mark in marks ? (letter + marks[mark as keyof typeof marks]).normalize('NFC') : whole;
}

export const decodeEntities = (text: string): string =>
  text.includes('&') ? text.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, entity) : text;

/** The end of a tag that begins at `at`: the next '>' outside quotes; -1 when the text is cut off. */
function tagEnd(source: string, at: number): number {
  let quote = '';
  for (let next = at; next < source.length; next += 1) {
    const char = source.charAt(next);
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return next;
  }
  return -1;
}

/** Splits markup into tags and text. It resolves nothing beyond characters: no entity of its own, no link. */
export function* markupTokens(source: string): Generator<MarkupToken> {
  let at = 0;
  while (at < source.length) {
    const tag = source.indexOf('<', at);
    const end = tag < 0 ? source.length : tag;
    if (end > at) yield { kind: 'text', text: decodeEntities(source.slice(at, end)) };
    if (tag < 0) return;
    if (source.startsWith('<!--', tag)) {
      const close = source.indexOf('-->', tag + 4);
      at = close < 0 ? source.length : close + 3;
      continue;
    }
    if (source.startsWith('<![CDATA[', tag)) {
      const close = source.indexOf(']]>', tag);
      yield { kind: 'text', text: source.slice(tag + 9, close < 0 ? source.length : close) };
      at = close < 0 ? source.length : close + 3;
      continue;
    }
    const close = tagEnd(source, tag + 1);
    if (close < 0) return;
    at = close + 1;
    const body = source.slice(tag + 1, close);
    const match = /^(\/?)([a-z][\w:.-]*)/i.exec(body);
    // "<!doctype>", "<?xml?>", "<![if ...]>" and a lone "<" say nothing of cells.
    if (match === null) continue;
    const [whole, slash, tagName = ''] = match;
    const name = tagName.toLowerCase();
    if (slash === '/') yield { kind: 'close', name };
    else {
      const empty = body.endsWith('/');
      yield { kind: 'open', name, attributes: body.slice(whole.length, empty ? -1 : undefined), empty };
    }
  }
}

const patterns = new Map<string, RegExp>();

/** The value of one attribute; null when it is not there. */
export function attribute(attributes: string, name: string): string | null {
  if (attributes === '') return null;
  let pattern = patterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i');
    patterns.set(name, pattern);
  }
  const match = pattern.exec(attributes);
  if (match === null) return null;
  return decodeEntities(match[1] ?? match[2] ?? match[3] ?? '');
}

/** A count that an attribute gives, between 1 and `most`. */
export function countAttribute(attributes: string, name: string, most: number): number {
  const count = Number(attribute(attributes, name) ?? 1);
  return Number.isInteger(count) && count > 1 ? Math.min(count, most) : 1;
}
