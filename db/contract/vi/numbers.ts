/** Whole numbers as Vietnamese offices write them: a dot between thousands ('1.234'). */
export function formatNumber(value: number): string {
  const digits = String(Math.abs(Math.trunc(value))).replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  return value < 0 ? `-${digits}` : digits;
}

/** Percent given in hundredths (1234 = 12,34%), with a decimal comma and no percent sign; whole percents stay whole. */
export function formatHundredths(hundredths: number): string {
  const sign = hundredths < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(hundredths) / 100);
  const rest = Math.abs(hundredths) % 100;
  const decimals = rest === 0 ? '' : `,${String(rest).padStart(2, '0').replace(/0$/, '')}`;
  return `${sign}${formatNumber(whole)}${decimals}`;
}

/** Percent for a column of figures: always two decimals, so that the commas stand under each other. */
export function formatPercentColumn(hundredths: number): string {
  const whole = Math.floor(hundredths / 100);
  return `${formatNumber(whole)},${String(hundredths % 100).padStart(2, '0')}`;
}
