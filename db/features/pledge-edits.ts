import { eq, inArray } from 'drizzle-orm';
import type { WriteHandle } from '../connection/open.ts';
import { pledgeItems } from '../connection/schema-cycle.ts';
import { AppError } from '../contract/errors.ts';
import { pledgeFormFor } from '../contract/form-choice.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { PledgeVariant } from '../domain/cycle.ts';
import { readCycle } from '../records/cycles.ts';
import { participantsOf } from '../records/participants.ts';
import { beginPledge } from '../records/pledge-beginnings.ts';
import {
  deletePledge,
  findPledge,
  insertPledgeItem,
  itemsOfPledge,
  type PledgeRecord,
  readPledge,
  textKeyOf,
  updatePledge,
} from '../records/pledges.ts';
import { leaderIds } from '../records/posts.ts';
import { findOrOpenCycle } from '../records/ratings.ts';
import { getPledge, pledgeRows } from './pledges.ts';

/** @throws AppError NOT_FOUND: the person is not one of the year's */
function participantOf(db: WriteHandle, year: number, officialId: number) {
  const [participant] = participantsOf(db, year, { officialId });
  if (!participant) throw new AppError('NOT_FOUND');
  return participant;
}

/** The pledge under its version, begun when there is none. @throws AppError STALE_VERSION */
function pledgeAt(
  db: WriteHandle,
  input: { year: number; officialId: number; version: number; variant?: PledgeVariant; formId?: string },
): PledgeRecord {
  const { cycle } = findOrOpenCycle(db, input.year);
  const found = findPledge(db, cycle.id, input.officialId);
  if ((found?.version ?? 0) !== input.version) throw new AppError('STALE_VERSION');
  if (found) return found;
  const participant = participantOf(db, input.year, input.officialId);
  const variant =
    input.variant ?? (leaderIds(db, cycle.countedOn).has(input.officialId) ? 'leader' : 'member');
  const id = beginPledge(db, cycle, {
    officialId: input.officialId,
    organizationId: participant.organizationId,
    variant,
    formId: input.formId ?? pledgeFormFor(variant, cycle.countedOn) ?? 'pledge-member',
  });
  return readPledge(db, id);
}

/**
 * Saves what a person pledges. A confirmed pledge is first returned, so that what was confirmed is never changed
 * under the signature.
 * @throws AppError STALE_VERSION, PLEDGE_CONFIRMED
 */
export function savePledge(db: WriteHandle, input: MethodParsedInput<'pledges.save'>) {
  const pledge = pledgeAt(db, input);
  if (pledge.status === 'confirmed') throw new AppError('PLEDGE_CONFIRMED');
  const before = itemsOfPledge(db, pledge.id);
  const known = new Map(before.map((item) => [item.id, item]));
  for (const [index, { id }] of input.items.entries())
    if (id !== null && !known.has(id))
      throw new AppError('VALIDATION_FAILED', { fieldErrors: { [`items.${index}.id`]: 'INVALID_VALUE' } });
  // What was typed for a shortcoming before the pledge began belongs to the item that came in with this very save.
  const items = input.items.map((item) => ({
    ...item,
    id: item.id ?? (input.version === 0 ? carriedItem(before, item.shortcomingId) : null),
  }));
  const kept = new Set(items.flatMap((item) => (item.id === null ? [] : [item.id])));
  // Items that came in by themselves with this very save stay, although the form did not know them yet.
  const gone = input.version === 0 ? [] : before.filter((item) => !kept.has(item.id));
  if (gone.length > 0)
    db.delete(pledgeItems)
      .where(
        inArray(
          pledgeItems.id,
          gone.map((item) => item.id),
        ),
      )
      .run();
  for (const [position, { id, ...item }] of items.entries()) {
    const empty = item.text === '' && item.target === '' && item.shortcomingId === null;
    if (id !== null)
      db.update(pledgeItems)
        .set({ ...item, position })
        .where(eq(pledgeItems.id, id))
        .run();
    else if (!empty && carriedItem(before, item.shortcomingId) === null)
      insertPledgeItem(db, pledge.id, position, item);
  }
  updatePledge(db, pledge.id, pledge.version, {
    variant: input.variant,
    formId: input.formId,
    duty: input.duty,
    note: input.note,
    textKey: textKeyOf(items),
  });
  return {
    value: getPledge(db, input),
    audit: {
      entity: 'pledge',
      entityId: pledge.id,
      detail: { before: { pledge, items: before }, after: input },
    },
  };
}

/** The item that answers a shortcoming already. */
const carriedItem = (
  items: readonly { id: number; shortcomingId: number | null }[],
  shortcomingId: number | null,
): number | null =>
  shortcomingId === null ? null : (items.find((item) => item.shortcomingId === shortcomingId)?.id ?? null);

/**
 * Files, confirms or returns pledges, one or many, all or none.
 * @throws AppError STALE_VERSION, PLEDGE_STEP: from its present status the step is not possible
 */
export function setPledgeStatus(db: WriteHandle, input: MethodParsedInput<'pledges.setStatus'>) {
  const before: PledgeRecord[] = [];
  for (const { pledgeId, version } of input.pledges) {
    const pledge = readPledge(db, pledgeId);
    before.push(pledge);
    updatePledge(db, pledgeId, version, statusValues(pledge, input.act));
  }
  const { act } = input;
  return {
    value: { changed: before.length },
    audit: {
      entity: 'pledge',
      entityId: before.length === 1 ? (before[0]?.id ?? null) : null,
      detail: { act, before: before.map(({ id, status, version }) => ({ id, status, version })) },
    },
  };
}

function statusValues(
  pledge: PledgeRecord,
  act: MethodParsedInput<'pledges.setStatus'>['act'],
): Partial<PledgeRecord> {
  const refuse = (): never => {
    throw new AppError('PLEDGE_STEP', { params: { from: pledge.status, to: act.to } });
  };
  const unconfirmed = { confirmedOn: null, confirmedBy: '' } as const;
  switch (act.to) {
    case 'filed':
      if (pledge.status === 'confirmed') refuse();
      if (act.filedOn < act.signedOn)
        throw new AppError('VALIDATION_FAILED', { fieldErrors: { 'act.filedOn': 'FILED_BEFORE_SIGNED' } });
      return {
        status: 'filed',
        signedOn: act.signedOn,
        filedOn: act.filedOn,
        notFiledReason: '',
        returnedReason: '',
        ...unconfirmed,
      };
    case 'confirmed':
      if (pledge.status !== 'filed') refuse();
      if (pledge.filedOn !== null && act.confirmedOn < pledge.filedOn)
        throw new AppError('VALIDATION_FAILED', {
          fieldErrors: { 'act.confirmedOn': 'CONFIRMED_BEFORE_FILED' },
        });
      return { status: 'confirmed', confirmedOn: act.confirmedOn, confirmedBy: act.confirmedBy };
    case 'returned':
      if (pledge.status !== 'filed' && pledge.status !== 'confirmed') refuse();
      return { status: 'returned', returnedReason: act.reason, ...unconfirmed };
    case 'notFiled':
      return { status: 'notFiled', signedOn: null, filedOn: null, returnedReason: '', ...unconfirmed };
  }
}

/** Puts pledges back into the status they had before an act. @throws AppError STALE_VERSION, VALIDATION_FAILED */
export function restorePledges(db: WriteHandle, input: MethodParsedInput<'pledges.restore'>) {
  for (const [index, { pledgeId, version, ...columns }] of input.pledges.entries()) {
    const { status, confirmedOn, confirmedBy, returnedReason } = columns;
    const lacks =
      (status === 'confirmed' && (confirmedOn === null || confirmedBy === '')) ||
      (status === 'returned' && returnedReason === '');
    if (lacks)
      throw new AppError('VALIDATION_FAILED', {
        fieldErrors: { [`pledges.${index}.status`]: 'INVALID_VALUE' },
      });
    updatePledge(db, pledgeId, version, columns);
  }
  return {
    value: { changed: input.pledges.length },
    audit: { entity: 'pledge', entityId: null, detail: { restored: input.pledges } },
  };
}

/** Tables that the reasons of many change; a cycle that they open stays when they are taken back. */
export const reasonTables = ['pledges', 'pledge_items'] as const;

/**
 * Keeps why people have not filed, all or none.
 * @throws AppError NOT_FOUND, STALE_VERSION, PLEDGE_STEP: one of them has filed
 */
export function setNotFiledReason(
  db: WriteHandle,
  { year, people, reason }: MethodParsedInput<'pledges.setNotFiledReason'>,
): { changed: number } {
  for (const person of people) {
    const pledge = pledgeAt(db, { year, ...person });
    if (pledge.status === 'filed' || pledge.status === 'confirmed')
      throw new AppError('PLEDGE_STEP', { params: { from: pledge.status, to: 'notFiled' } });
    updatePledge(db, pledge.id, pledge.version, { notFiledReason: reason });
  }
  return { changed: people.length };
}

/** Begins a pledge for everyone of the scope who has none. */
export function createPledges(db: WriteHandle, input: MethodParsedInput<'pledges.create'>) {
  const { cycle } = findOrOpenCycle(db, input.year);
  const chosen = input.officialIds === null ? null : new Set(input.officialIds);
  const created: { officialId: number; pledgeId: number; version: number }[] = [];
  for (const row of pledgeRows(db, input.year, input.organizationId)) {
    if (row.pledgeId !== null || chosen?.has(row.officialId) === false) continue;
    const { officialId, organizationId, variant } = row;
    const formId = pledgeFormFor(variant, cycle.countedOn) ?? 'pledge-member';
    const pledgeId = beginPledge(db, cycle, { officialId, organizationId, variant, formId });
    const own = itemsOfPledge(db, pledgeId).length;
    for (const [index, item] of input.items.entries())
      insertPledgeItem(db, pledgeId, own + index, { ...item, shortcomingId: null });
    updatePledge(db, pledgeId, 1, {
      textKey: textKeyOf(input.items.map((item) => ({ ...item, shortcomingId: null }))),
    });
    created.push({ officialId, pledgeId, version: 2 });
  }
  return {
    value: { created },
    audit: {
      entity: 'cycle',
      entityId: cycle.id,
      detail: { organizationId: input.organizationId, items: input.items, created: created.length },
    },
  };
}

/**
 * Takes back pledges that were begun together and that nobody touched since: one with a scan stays.
 * @throws AppError STALE_VERSION, PLEDGE_STEP, HAS_ATTACHMENTS
 */
export function removePledges(db: WriteHandle, input: MethodParsedInput<'pledges.remove'>) {
  for (const { pledgeId, version } of input.pledges) {
    const pledge = readPledge(db, pledgeId);
    if (pledge.status !== 'notFiled')
      throw new AppError('PLEDGE_STEP', { params: { from: pledge.status, to: 'notFiled' } });
    deletePledge(db, pledgeId, version);
  }
  return {
    value: { changed: input.pledges.length },
    audit: { entity: 'pledge', entityId: null, detail: { removed: input.pledges } },
  };
}

/** The check of an item in the middle of the year. @throws AppError STALE_VERSION, NOT_FOUND */
export function setMidYear(db: WriteHandle, input: MethodParsedInput<'pledges.setMidYear'>) {
  const { pledgeId, version, itemId, ...values } = input;
  const pledge = readPledge(db, pledgeId);
  const before = itemsOfPledge(db, pledgeId).find((item) => item.id === itemId);
  if (!before) throw new AppError('NOT_FOUND');
  if (values.midYear !== null && values.midYearOn === null)
    throw new AppError('VALIDATION_FAILED', { fieldErrors: { midYearOn: 'REQUIRED' } });
  db.update(pledgeItems).set(values).where(eq(pledgeItems.id, itemId)).run();
  updatePledge(db, pledgeId, version, {});
  const { year } = readCycle(db, pledge.cycleId);
  return {
    value: getPledge(db, { year, officialId: pledge.officialId }),
    audit: { entity: 'pledge', entityId: pledgeId, detail: { before, after: values } },
  };
}
