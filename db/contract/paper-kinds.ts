/** Papers whose particulars the office enters; the tables go by their number. */
export const particularsKinds = [
  'remediation-plan',
  'remediation-report',
  'collective-review',
  'meeting-minutes',
  'count-minutes',
  '5a',
  '5b',
  '5c',
  '5d',
  '5e',
  '5f',
  'pledges',
] as const;
export type ParticularsKind = (typeof particularsKinds)[number];

/** Paragraphs of a plan or a report that the office words itself. */
export const particularTexts = ['aims', 'carryingOut', 'results', 'late', 'next'] as const;
export type ParticularText = (typeof particularTexts)[number];

/** Which paragraphs and lists a paper has besides its number, day, heads and signature. */
export const particularsOf = {
  'remediation-plan': ['head', 'basis', 'aims', 'carryingOut', 'signature', 'recipients'],
  'remediation-report': ['head', 'basis', 'results', 'late', 'next', 'signature', 'recipients'],
  'collective-review': ['head', 'signature', 'recipients'],
  // Who chairs and who writes stands with the meeting.
  'meeting-minutes': ['head', 'recipients'],
  'count-minutes': ['head', 'recipients'],
  '5a': ['head', 'preparer', 'signature', 'recipients'],
  '5b': ['head', 'preparer', 'signature', 'recipients'],
  '5c': ['head', 'preparer', 'signature', 'recipients'],
  '5d': ['head', 'preparer', 'signature', 'recipients'],
  '5e': ['head', 'preparer', 'signature', 'recipients'],
  '5f': ['head', 'preparer', 'signature', 'recipients'],
  // A pledge has heads and signatures of its person; what the office words are the basis lines of its year.
  pledges: ['basis'],
} as const satisfies Record<
  ParticularsKind,
  readonly (ParticularText | 'head' | 'basis' | 'preparer' | 'signature' | 'recipients')[]
>;

/**
 * The number under which the form of a paper keeps its draft: the kind, with the day of a report or the period of
 * any other paper before it. Read back by `kindOfDraft`.
 */
export const draftNumber = (kind: ParticularsKind, when: number): number =>
  when * 100 + particularsKinds.indexOf(kind) + 1;
export const kindOfDraft = (recordId: number): ParticularsKind | null =>
  particularsKinds[(recordId % 100) - 1] ?? null;
