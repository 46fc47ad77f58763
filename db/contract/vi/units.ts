/** Row of people whose Party life is in no unit that the program knows. */
export const withoutUnitLabel = 'Chưa rõ chi bộ';
