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
] as const;
export type ParticularsKind = (typeof particularsKinds)[number];

/** Paragraphs of a plan or a report that the office words itself. */
export const particularTexts = ['aims', 'carryingOut', 'results', 'late', 'next'] as const;
export type ParticularText = (typeof particularTexts)[number];

/** Which paragraphs and lists a paper has besides its number, day, heads and signature. */
export const particularsOf = {
  'remediation-plan': ['basis', 'aims', 'carryingOut', 'signature', 'recipients'],
  'remediation-report': ['basis', 'results', 'late', 'next', 'signature', 'recipients'],
  'collective-review': ['signature', 'recipients'],
  // Who chairs and who writes stands with the meeting.
  'meeting-minutes': ['recipients'],
  'count-minutes': ['recipients'],
  '5a': ['preparer', 'signature', 'recipients'],
  '5b': ['preparer', 'signature', 'recipients'],
  '5c': ['preparer', 'signature', 'recipients'],
  '5d': ['preparer', 'signature', 'recipients'],
  '5e': ['preparer', 'signature', 'recipients'],
  '5f': ['preparer', 'signature', 'recipients'],
} as const satisfies Record<
  ParticularsKind,
  readonly (ParticularText | 'basis' | 'preparer' | 'signature' | 'recipients')[]
>;
export type ParticularPart = (typeof particularsOf)[ParticularsKind][number];

/**
 * The number under which the form of a paper keeps its draft: the kind, with the day of a report or the period of
 * any other paper before it. Read back by `kindOfDraft`.
 */
export const draftNumber = (kind: ParticularsKind, when: number): number =>
  when * 100 + particularsKinds.indexOf(kind) + 1;
export const kindOfDraft = (recordId: number): ParticularsKind | null =>
  particularsKinds[(recordId % 100) - 1] ?? null;
