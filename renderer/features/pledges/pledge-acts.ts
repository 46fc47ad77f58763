import type { MethodInput } from '../../../db/contract/methods.ts';
import type { PledgeRow } from '../../../db/contract/pledges.ts';
import { mayStepPledge } from '../../../db/domain/pledge-rules.ts';
import { call } from '../../lib/api.ts';

/** What is done with the pledges of one or many people. */
export type PledgeAct = MethodInput<'pledges.setStatus'>['act'] | { to: 'reason'; reason: string };
export type PledgeActKind = PledgeAct['to'];
export type ActPerson = Pick<
  PledgeRow,
  | 'officialId'
  | 'pledgeId'
  | 'version'
  | 'fullName'
  | 'status'
  | 'signedOn'
  | 'filedOn'
  | 'confirmedOn'
  | 'confirmedBy'
  | 'notFiledReason'
  | 'returnedReason'
>;

/** Whether the act is possible from where the pledge is; filing begins a pledge that is not there yet. */
export function mayAct(kind: PledgeActKind, { status, pledgeId }: ActPerson): boolean {
  if (kind === 'reason') return status === 'notFiled' || status === 'returned';
  return mayStepPledge(status, kind) && (kind === 'filed' || pledgeId !== null);
}

const beforeOf = (person: ActPerson) => {
  const { status, signedOn, filedOn, confirmedOn, confirmedBy, notFiledReason, returnedReason } = person;
  return { status, signedOn, filedOn, confirmedOn, confirmedBy, notFiledReason, returnedReason };
};

/** Does the act for all of them; returns the way to take it back. */
export async function doAct(
  year: number,
  people: readonly ActPerson[],
  act: PledgeAct,
): Promise<() => Promise<void>> {
  return act.to === 'reason' ? giveReason(year, people, act.reason) : setStatus(year, people, act);
}

type Known = ActPerson & { pledgeId: number };
const isBegun = (person: ActPerson): person is Known => person.pledgeId !== null;

async function setStatus(
  year: number,
  people: readonly ActPerson[],
  act: Exclude<PledgeAct, { to: 'reason' }>,
): Promise<() => Promise<void>> {
  const missing = people.filter((person) => !isBegun(person)).map(({ officialId }) => officialId);
  const { created } =
    missing.length === 0
      ? { created: [] }
      : await call('pledges.create', { year, officialIds: missing, items: [] });
  const begun = new Map(created.map((pledge) => [pledge.officialId, pledge]));
  const all = people.map((person) => ({ ...person, ...begun.get(person.officialId) })).filter(isBegun);
  try {
    await call('pledges.setStatus', {
      pledges: all.map(({ pledgeId, version }) => ({ pledgeId, version })),
      act,
    });
  } catch (error) {
    // Begun only for this act, which did not come about.
    if (created.length > 0) await removeCreated(created, 0);
    throw error;
  }
  return async () => {
    await call('pledges.restore', {
      pledges: all.map((person) => ({
        pledgeId: person.pledgeId,
        version: person.version + 1,
        ...beforeOf(person),
      })),
    });
    if (created.length > 0) await removeCreated(created, 2);
  };
}

const removeCreated = (created: readonly { pledgeId: number; version: number }[], writes: number) =>
  call('pledges.remove', {
    pledges: created.map(({ pledgeId, version }) => ({ pledgeId, version: version + writes })),
  });

async function giveReason(
  year: number,
  people: readonly ActPerson[],
  reason: string,
): Promise<() => Promise<void>> {
  const { operationId } = await call('pledges.setNotFiledReason', {
    year,
    people: people.map(({ officialId, version }) => ({ officialId, version })),
    reason,
  });
  return async () => {
    await call('operations.undo', { operationId });
  };
}
