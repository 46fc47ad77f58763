/** A value that a field must not take, and how it is called in a failing test. */
export interface BadValue {
  name: string;
  value: unknown;
}

const dayFields = new Set([
  'onDay',
  'asOf',
  'since',
  'birthDate',
  'admittedOn',
  'fullMemberOn',
  'validFrom',
  'validTo',
  'effectiveOn',
]);
/** Numbers that are no record: any whole number is in order for them, within limits. */
const countFields = new Set(['offset', 'limit']);

const notText: BadValue[] = [
  { name: 'a number', value: 5 },
  { name: 'an object', value: { toString: 'x' } },
  { name: 'a list', value: ['x'] },
  { name: 'a truth value', value: true },
];
const badText: BadValue[] = [
  ...notText,
  { name: '10,000 characters', value: 'ữ'.repeat(10_000) },
  { name: '10,000 combining marks', value: `a${'\u0301'.repeat(10_000)}` },
  { name: 'a lone high surrogate', value: 'Chi bộ \ud800' },
  { name: 'a lone low surrogate', value: '\udc00 Chi bộ' },
];
const badDay: BadValue[] = [
  ...notText,
  ...[
    '2025-02-30',
    '2023-02-29',
    '1985-13',
    '1985-00-01',
    '0000-00-00',
    '9999-99-99',
    '1899-12-31',
    'hôm nay',
  ].map((value) => ({ name: value, value })),
  { name: 'a moment', value: '2025-02-28T00:00:00Z' },
  { name: 'other digits', value: '２０２５-０２-０１' },
  { name: '10,000 digits', value: '2'.repeat(10_000) },
];
const badNumber: BadValue[] = [
  ...[-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e308, 2 ** 53, -(2 ** 63)].map((value) => ({
    name: String(value),
    value,
  })),
  { name: 'digits as text', value: '1' },
  { name: 'a big integer', value: 1n },
  { name: 'an object', value: { valueOf: 1 } },
];
const unknownRecord: BadValue[] = [0, 987_654, Number.MAX_SAFE_INTEGER].map((value) => ({
  name: `record ${value}`,
  value,
}));
const badFlag: BadValue[] = ['true', 1, null, {}].map((value) => ({ name: String(value), value }));
const badWord: BadValue[] = [
  ...notText,
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', ' party'].map((value) => ({
    name: value,
    value,
  })),
];

/** Words from a closed list, in any of the inputs. */
const isWord = (key: string): boolean =>
  ['kind', 'status', 'is', 'gender', 'membershipStatus', 'sort', 'form', 'rule'].includes(key);

export interface Spot {
  path: readonly (string | number)[];
  bad: readonly BadValue[];
}

/** Every field of a good input with what it must refuse. A null takes any type: only days and texts are tried there. */
export function spotsOf(input: unknown, path: readonly (string | number)[] = []): Spot[] {
  if (Array.isArray(input)) return input.flatMap((each, index) => spotsOf(each, [...path, index]));
  if (typeof input === 'object' && input !== null)
    return Object.entries(input).flatMap(([key, value]) => spotsOf(value, [...path, key]));
  const key = String(path.findLast((part) => typeof part === 'string') ?? '');
  if (dayFields.has(key)) return [{ path, bad: badDay }];
  if (isWord(key)) return [{ path, bad: badWord }];
  if (typeof input === 'boolean') return [{ path, bad: badFlag }];
  if (typeof input === 'number')
    return [{ path, bad: countFields.has(key) ? badNumber : [...badNumber, ...unknownRecord] }];
  if (typeof input === 'string') return [{ path, bad: badText }];
  return [];
}

/** A copy of the input with another value at the place. */
export function withValueAt(
  input: unknown,
  [head, ...rest]: readonly (string | number)[],
  value: unknown,
): unknown {
  if (head === undefined) return value;
  if (Array.isArray(input))
    return input.map((each, index) => (index === head ? withValueAt(each, rest, value) : each));
  const fields = input as Record<string, unknown>;
  return { ...fields, [head]: withValueAt(fields[head], rest, value) };
}
