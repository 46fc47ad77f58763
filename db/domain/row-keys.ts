/**
 * The key of a record in a workbook of ours ("mã dòng"), by which the row is known when the workbook comes back:
 * the office's own random part, the record's id, and two signs that tell a mistyped key.
 * "9f3ac01b77d2-1024-7k" is not a secret and says nothing of the person.
 */
const SIGNS = '0123456789abcdefghijklmnopqrstuvwxyz';

function check(text: string): string {
  let sum = 7;
  for (const sign of text) sum = (sum * 31 + sign.charCodeAt(0)) % (SIGNS.length * SIGNS.length);
  return `${SIGNS[Math.floor(sum / SIGNS.length)]}${SIGNS[sum % SIGNS.length]}`;
}

export function rowKey(officeKey: string, id: number): string {
  const own = `${officeKey}-${id}`;
  return `${own}-${check(own)}`;
}

/** @returns the record's id; null for a key of another office, or one that is mistyped */
export function idOfRowKey(officeKey: string, text: string): number | null {
  const [, own = '', office, id, signs] = /^((\w+)-(\d{1,15}))-(\w\w)$/.exec(text.trim().toLowerCase()) ?? [];
  return office === officeKey && signs === check(own) ? Number(id) : null;
}
