/**
 * What the quality list takes for usual, for admissions from a day on. A changed rule is a new line, so that an
 * admission is judged by the limits of its day. `id` names the source, whose words stand in `vi/quality.ts`.
 */
export interface QualityLimits {
  id: string;
  /** First day of admission that they hold for; null: since ever. */
  from: string | null;
  /** Last day; null: until now. */
  to: string | null;
  /** Whole years of age on the day of admission. */
  age: { least: number; most: number };
  /** Months from the admission to full membership. */
  probationMonths: { least: number; most: number };
}

/**
 * Ages 18 to 60: QĐ 24-QĐ/TW (30/7/2021), kept by QĐ 208-QĐ/TW (26/7/2026) [C]. Twelve months of probation: the
 * Party's Charter, điều 5 [C]; 11 to 18 is what the program takes for "about", as papers follow within some months.
 */
export const qualityLimits = [
  {
    id: 'charter',
    from: null,
    to: null,
    age: { least: 18, most: 60 },
    probationMonths: { least: 11, most: 18 },
  },
] as const satisfies readonly QualityLimits[];
