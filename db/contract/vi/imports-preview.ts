/** Between the titles of one person. */
export const postTexts = { separator: '; ' } as const;
