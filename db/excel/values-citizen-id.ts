import type { CellValue } from '../contract/workbooks.ts';
import { citizenIdAgrees, isCitizenId } from '../domain/citizen-id.ts';
import type { Gender } from '../domain/people.ts';
import { cellText } from './values-text.ts';

export type ReadCitizenId =
  | { kind: 'empty' }
  | { kind: 'id'; id: string; zeroRestored: boolean; agrees: boolean }
  | { kind: 'invalid' };

/** Provinces have the codes 001 to 096 (Thông tư 59/2021/TT-BCA, phụ lục I). */
const HIGHEST_PROVINCE = 96;

/** Digits of a number as typed: without spaces, dots, hyphens, an apostrophe, or the '.0' of a float. */
function digitsOf(cell: CellValue): { digits: string; isNumber: boolean } | null {
  if (cell.type === 'number') {
    if (!Number.isSafeInteger(cell.number) || cell.number < 0) return null;
    return { digits: String(cell.number), isNumber: true };
  }
  const text = cellText(cell);
  const isFloat = /^\d{8,12}\.0+$/.test(text);
  const digits = (isFloat ? text.replace(/\.0+$/, '') : text).replace(/[\s.'’‘`-]/g, '');
  return /^\d+$/.test(digits) ? { digits, isNumber: isFloat } : null;
}

interface Known {
  gender: Gender | null;
  birthDate: string | null;
}

/**
 * Restores the zeros that Excel drops from a number (0 of 0xx, 00 of 00x), only when certain: a real province, and
 * birth year and gender agree. A number typed as text lost its zero by hand, so there something must agree.
 */
function restore(digits: string, isNumber: boolean, known: Known): string | null {
  if (digits.length !== 11 && !(digits.length === 10 && isNumber)) return null;
  // 3.81E+10 typed back as a number ends in zeros: its last digits are lost.
  if (/0{6}$/.test(digits)) return null;
  const id = digits.padStart(12, '0');
  const province = Number(id.slice(0, 3));
  if (province < 1 || province > HIGHEST_PROVINCE) return null;
  const isKnown = known.gender !== null || known.birthDate !== null;
  return citizenIdAgrees(id, known.gender, known.birthDate) && (isKnown || isNumber) ? id : null;
}

/** Reads a citizen ID of 12 digits or an old one of 9; `known` is what the same row says of the person. */
export function parseCitizenId(cell: CellValue | undefined, known: Known): ReadCitizenId {
  if (cell === undefined || cellText(cell) === '') {
    return cell === undefined || cell.type === 'text' ? { kind: 'empty' } : { kind: 'invalid' };
  }
  const found = digitsOf(cell);
  if (found === null) return { kind: 'invalid' };
  if (isCitizenId(found.digits)) {
    return {
      kind: 'id',
      id: found.digits,
      zeroRestored: false,
      agrees: citizenIdAgrees(found.digits, known.gender, known.birthDate),
    };
  }
  const id = restore(found.digits, found.isNumber, known);
  return id === null ? { kind: 'invalid' } : { kind: 'id', id, zeroRestored: true, agrees: true };
}
