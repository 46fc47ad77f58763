/** '1993' of a partial date: enough beside a name to tell two people apart. */
export const birthYearOf = (birthDate: string | null): string => birthDate?.slice(0, 4) ?? '';
