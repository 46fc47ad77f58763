import type { NewUnit } from '../../../db/contract/organization-operations.ts';
import type { Organization } from '../../../db/contract/organizations.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { type OrganizationKind, type UnitType, unitTypes } from '../../../db/domain/people.ts';
import type { StepErrors } from './step-errors.ts';

export const printedFields = [
  'superiorHead',
  'issuingHead',
  'signatureAuthority',
  'signatureTitle',
] as const satisfies (keyof NewUnit)[];
export const printedLengths = {
  superiorHead: 200,
  issuingHead: 200,
  signatureAuthority: 120,
  signatureTitle: 120,
} as const satisfies Record<(typeof printedFields)[number], number>;

/** What is typed for a unit. Choices of a select are text; '' is "no parent" and "no type". */
export interface UnitDraft extends Record<(typeof printedFields)[number], string> {
  name: string;
  kind: OrganizationKind;
  unitType: string;
  parentId: string;
  code: string;
}

const parentText = (parentId: number | null): string => (parentId === null ? '' : String(parentId));
export const parentOf = (text: string): number | null => (text === '' ? null : Number(text));

export const draftOf = (unit: Organization): UnitDraft => ({
  name: unit.name,
  kind: unit.kind,
  unitType: unit.unitType ?? '',
  parentId: parentText(unit.parentId),
  code: unit.code,
  superiorHead: unit.superiorHead,
  issuingHead: unit.issuingHead,
  signatureAuthority: unit.signatureAuthority,
  signatureTitle: unit.signatureTitle,
});

/** A new unit beside the one that it comes from; its name and printed lines are its own. */
export const draftBeside = (unit: Organization): UnitDraft => ({
  name: '',
  kind: unit.kind,
  unitType: unit.unitType ?? '',
  parentId: parentText(unit.parentId),
  code: '',
  superiorHead: '',
  issuingHead: '',
  signatureAuthority: '',
  signatureTitle: '',
});

export const unitTypeOf = (text: string): UnitType | null => unitTypes.find((type) => type === text) ?? null;

export const toNewUnit = ({ parentId, unitType, ...values }: UnitDraft): NewUnit => ({
  ...values,
  unitType: unitTypeOf(unitType),
  parentId: parentOf(parentId),
});

/** What can be refused before asking the service. `prefix` is the path of the unit in the act's input. */
export const draftErrors = (draft: UnitDraft, prefix: string): StepErrors =>
  draft.name.trim() === '' ? { [`${prefix}name`]: fieldErrorMessage('REQUIRED') } : {};
