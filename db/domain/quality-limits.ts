/** What the quality list takes for usual, for admissions from a day on, so that each is judged by its own day. */
export interface QualityLimit {
  /** First day of admission that it holds for, 'YYYY-MM-DD'; null: since ever. It holds until the next one begins. */
  from: string | null;
  least: number;
  most: number;
}

/** Whole years of age on the day of admission: QĐ 24-QĐ/TW (30/7/2021), kept by QĐ 208-QĐ/TW (26/7/2026) [C]. */
export const defaultAdmissionAges: QualityLimit[] = [{ from: null, least: 18, most: 60 }];

/**
 * Months from the admission to full membership. Twelve: the Party's Charter, điều 5 [C]; 11 to 18 is what the program
 * takes for "about", as papers follow within some months.
 */
export const defaultProbationMonths: QualityLimit[] = [{ from: null, least: 11, most: 18 }];

export type QualityLimitFault = 'range' | 'order';

/** Places of limits that contradict themselves or the one before; the first holds since ever, each later one from a day. */
export function qualityLimitFaults(limits: readonly QualityLimit[]): Map<number, QualityLimitFault> {
  const faults = new Map<number, QualityLimitFault>();
  for (const [place, { from, least, most }] of limits.entries()) {
    const before = limits[place - 1]?.from ?? '';
    if (place === 0 ? from !== null : from === null || from <= before) faults.set(place, 'order');
    else if (least > most) faults.set(place, 'range');
  }
  return faults;
}
