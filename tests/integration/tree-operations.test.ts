import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as schema from '../../db/connection/schema.ts';
import { AppError } from '../../db/contract/errors.ts';
import type { MethodInput } from '../../db/contract/methods.ts';
import type { NewUnit } from '../../db/contract/organization-operations.ts';
import { type Call, newOffice, openDatabase, type TestOffice } from '../helpers/office.ts';
import { blankOfficial } from '../helpers/people.ts';
import { stagedWorkbook } from '../helpers/staged-workbooks.ts';

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: AppError) => error.code,
  );

const unit = (name: string, parentId: number | null = 1): NewUnit => ({
  parentId,
  unitType: null,
  kind: 'partyCell',
  code: '',
  name,
  superiorHead: '',
  issuingHead: '',
  signatureAuthority: '',
  signatureTitle: '',
});

/** An office with cells A, B, C of three people each. */
async function office(): Promise<TestOffice & { unitId(name: string): Promise<number>; people: number[] }> {
  const made = await newOffice();
  const rows = ['A', 'B', 'C'].flatMap((cell) =>
    [1, 2, 3].map((n) => [`Người ${cell}${n}`, `Chi bộ ${cell}`, `00108500${cell.charCodeAt(0)}0${n}`]),
  );
  const { stageId } = await made.call('imports.stage', {
    workbook: stagedWorkbook(['fullName', 'organization', 'citizenId'], rows),
  });
  const { previewId } = await made.call('imports.preview', {
    stageId,
    sheet: 'Danh sách',
    kind: 'officials',
  });
  await made.call('imports.commit', { previewId });
  const { rows: people } = await made.call('officials.list', {});
  const unitId = async (name: string) => {
    const tree = await made.call('organizations.tree', { asOf: '2020-01-01' });
    return tree.organizations.find((row) => row.name === name)?.id ?? 0;
  };
  return { ...made, unitId, people: people.map((person) => person.id) };
}

const treeOn = async (call: Call, asOf: string) =>
  Object.fromEntries(
    (await call('organizations.tree', { asOf })).organizations
      .slice(1)
      .map((row) => [row.name, row.memberCount]),
  );

describe('merge', () => {
  it('moves people on the day, keeps the days before, and counts the same people', async () => {
    const { call, unitId } = await office();
    const [a, b] = [await unitId('Chi bộ A'), await unitId('Chi bộ B')];
    const input: MethodInput<'organizations.merge'> = {
      sourceIds: [a, b],
      target: { is: 'newUnit', unit: unit('Chi bộ AB') },
      onDay: '2025-07-01',
    };
    const dry = await call('organizations.merge', { ...input, dryRun: true });
    expect(dry).toMatchObject({ operationId: null, before: 6, after: 6 });
    expect(await treeOn(call, '2025-07-01')).toEqual({ 'Chi bộ A': 3, 'Chi bộ B': 3, 'Chi bộ C': 3 });
    const done = await call('organizations.merge', input);
    expect({ ...done, operationId: null }).toEqual({ ...dry, units: dry.units });
    expect(await treeOn(call, '2025-06-30')).toEqual({ 'Chi bộ A': 3, 'Chi bộ B': 3, 'Chi bộ C': 3 });
    expect(await treeOn(call, '2025-07-01')).toEqual({ 'Chi bộ AB': 6, 'Chi bộ C': 3 });
  });

  it('takes the units below along from the day on, and leaves none under a unit that ended', async () => {
    const { call, unitId } = await office();
    const [a, b, c] = [await unitId('Chi bộ A'), await unitId('Chi bộ B'), await unitId('Chi bộ C')];
    const group = async (parentId: number, name: string) =>
      (await call('organizations.create', { parentId, kind: 'partyGroup', name })).id;
    const [one, two] = [await group(a, 'Tổ đảng Một'), await group(b, 'Tổ đảng Hai')];
    const parents = async (asOf: string) => {
      const { organizations } = await call('organizations.tree', { asOf });
      const ids = new Set(organizations.map(({ id }) => id));
      for (const { parentId } of organizations) expect(parentId === null || ids.has(parentId)).toBe(true);
      return [one, two].map((id) => organizations.find((row) => row.id === id)?.parentId);
    };
    await call('organizations.merge', {
      sourceIds: [a],
      target: { is: 'unit', id: c },
      onDay: '2027-07-01',
    });
    expect(await parents('2027-06-30')).toEqual([a, b]);
    expect(await parents('2027-07-01')).toEqual([c, b]);
    await call('organizations.end', { id: b, moveToId: c, onDay: '2027-08-01' });
    expect(await parents('2027-08-01')).toEqual([c, c]);
  });

  it('refuses a target below a source, an ended source, and a day before the last change', async () => {
    const { call, unitId } = await office();
    const [a, b, c] = [await unitId('Chi bộ A'), await unitId('Chi bộ B'), await unitId('Chi bộ C')];
    const into = (id: number) => ({ is: 'unit', id }) as const;
    const self = call('organizations.merge', { sourceIds: [a], target: into(a), onDay: '2025-07-01' });
    expect(await codeOf(self)).toBe('ORGANIZATION_CYCLE');
    expect(
      await codeOf(call('organizations.merge', { sourceIds: [1], target: into(a), onDay: '2025-07-01' })),
    ).toBe('ORGANIZATION_CYCLE');
    await call('organizations.merge', { sourceIds: [a], target: into(b), onDay: '2025-07-01' });
    expect(
      await codeOf(call('organizations.merge', { sourceIds: [a], target: into(c), onDay: '2025-08-01' })),
    ).toBe('ORGANIZATION_NOT_THERE');
    expect(
      await codeOf(call('organizations.merge', { sourceIds: [b], target: into(c), onDay: '2025-06-01' })),
    ).toBe('DAY_BEFORE_LAST_CHANGE');
  });
});

describe('rename', () => {
  it('prints the old name on papers of older years', async () => {
    const { call, unitId } = await office();
    const a = await unitId('Chi bộ A');
    await call('organizations.change', { id: a, version: 1, ...unit('Chi bộ Mới'), onDay: '2025-07-01' });
    const names = async (year: number) =>
      (await call('reports.ratingSummary', { year })).rows.map((row) => row.organizationName);
    expect(await names(2024)).toContain('Chi bộ A');
    expect(await names(2025)).toContain('Chi bộ Mới');
    expect(Object.keys(await treeOn(call, '2025-06-30'))).toContain('Chi bộ A');
    expect(
      await codeOf(
        call('organizations.change', { id: a, version: 1, ...unit('Chi bộ Khác'), onDay: '2025-08-01' }),
      ),
    ).toBe('STALE_VERSION');
    expect(
      await codeOf(
        call('organizations.change', { id: a, version: 2, ...unit('Chi bộ B'), onDay: '2025-08-01' }),
      ),
    ).toBe('ORGANIZATION_NAME_TAKEN');
    expect(
      await codeOf(
        call('organizations.change', { id: a, version: 2, ...unit('Chi bộ D', a), onDay: '2025-08-01' }),
      ),
    ).toBe('ORGANIZATION_CYCLE');
  });
});

describe('split and end', () => {
  it('need a place for everyone', async () => {
    const { call, unitId } = await office();
    const a = await unitId('Chi bộ A');
    const members = (await call('officials.list', { organizationId: a })).rows.map((row) => row.id);
    const split = (officialIds: number[], keepSource: boolean) =>
      call('organizations.split', {
        sourceId: a,
        parts: [{ unit: unit('Chi bộ A1'), officialIds }],
        keepSource,
        onDay: '2025-07-01',
      });
    expect(await codeOf(split(members.slice(1), false))).toBe('PEOPLE_NOT_PLACED');
    expect(await codeOf(split([members[0] ?? 0, members[0] ?? 0], true))).toBe('VALIDATION_FAILED');
    expect(await split(members.slice(1), true)).toMatchObject({ before: 3, after: 3 });
    expect(await treeOn(call, '2025-07-01')).toEqual({
      'Chi bộ A': 1,
      'Chi bộ A1': 2,
      'Chi bộ B': 3,
      'Chi bộ C': 3,
    });
    expect(await codeOf(call('organizations.end', { id: a, moveToId: null, onDay: '2025-08-01' }))).toBe(
      'ORGANIZATION_NOT_EMPTY',
    );
    await call('organizations.end', { id: a, moveToId: await unitId('Chi bộ B'), onDay: '2025-08-01' });
    expect(await treeOn(call, '2025-08-01')).toEqual({ 'Chi bộ A1': 2, 'Chi bộ B': 4, 'Chi bộ C': 3 });
    expect(
      await codeOf(
        call('organizations.end', {
          id: await unitId('Chi bộ B'),
          moveToId: await unitId('Chi bộ B'),
          onDay: '2025-09-01',
        }),
      ),
    ).toBe('ORGANIZATION_CYCLE');
  });
});

describe('transfer', () => {
  it('gives a person without a unit a first one, and takes it back', async () => {
    const { call, people } = await office();
    const added = { ...blankOfficial, organizationId: null };
    const { id } = await call('officials.create', { ...added, fullName: 'Hoàng A Phủ' });
    const officialIds = [id, people[0] ?? 0];
    const done = await call('officials.transfer', { officialIds, organizationId: 1, onDay: '2025-07-01' });
    expect(done).toMatchObject({ before: 4, after: 4 });
    expect((await call('officials.get', { id })).organizationId).toBe(1);
    await call('operations.undo', { operationId: done.operationId ?? 0 });
    expect((await call('officials.get', { id })).organizationId).toBeNull();
    const unknown = call('officials.transfer', {
      officialIds: [9999],
      organizationId: 1,
      onDay: '2025-07-01',
    });
    expect(await codeOf(unknown)).toBe('NOT_FOUND');
  });
});

/** Rows of every table that an operation may touch, without the counters of writes. */
async function contentOf(folder: string) {
  const { reader } = await openDatabase(folder);
  const plain = <T extends { version: number }>(rows: T[]) =>
    rows.map(({ version: _version, ...row }) => row);
  return {
    organizations: plain(reader.select().from(schema.organizations).all()),
    states: reader.select().from(schema.organizationStates).all(),
    links: reader.select().from(schema.organizationLinks).all(),
    memberships: reader.select().from(schema.memberships).all(),
    officials: plain(reader.select().from(schema.officials).all()),
  };
}

describe('undo', () => {
  it('is refused when something of it was changed since, and happens once', async () => {
    const { call, unitId, people } = await office();
    const [a, b, c] = [await unitId('Chi bộ A'), await unitId('Chi bộ B'), await unitId('Chi bộ C')];
    const merge = await call('organizations.merge', {
      sourceIds: [a],
      target: { is: 'unit', id: b },
      onDay: '2025-07-01',
    });
    const transfer = await call('officials.transfer', {
      officialIds: people,
      organizationId: c,
      onDay: '2025-08-01',
    });
    expect(await codeOf(call('operations.undo', { operationId: merge.operationId ?? 0 }))).toBe(
      'OPERATION_TOUCHED_SINCE',
    );
    await call('operations.undo', { operationId: transfer.operationId ?? 0 });
    await call('operations.undo', { operationId: merge.operationId ?? 0 });
    expect(await treeOn(call, '2025-08-01')).toEqual({ 'Chi bộ A': 3, 'Chi bộ B': 3, 'Chi bộ C': 3 });
    expect(await codeOf(call('operations.undo', { operationId: merge.operationId ?? 0 }))).toBe(
      'OPERATION_ALREADY_UNDONE',
    );
    expect(await codeOf(call('operations.undo', { operationId: 999 }))).toBe('NOT_FOUND');
  });
});

/** One random act; numbers are taken modulo what is there. */
const act = fc.record({
  kind: fc.constantFrom('merge', 'mergeNew', 'split', 'end', 'transfer', 'rename', 'undo'),
  units: fc.tuple(fc.nat(), fc.nat()),
  people: fc.array(fc.nat(8), { maxLength: 4 }),
  daysLater: fc.nat(40),
});

const DAYS = [
  '2025-01-01',
  '2025-02-10',
  '2025-03-15',
  '2025-05-20',
  '2025-08-30',
  '2026-01-01',
  '2027-06-01',
];

it('keeps every person in exactly one place on every day, whatever the acts, and undo restores the content', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 7 }), async (acts) => {
      const { call, folder, people } = await office();
      const { reader } = await openDatabase(folder);
      // The brute-force model: where each person is on each of the days, written down anew by every act.
      const model = new Map(DAYS.map((day) => [day, new Map(people.map((id) => [id, 0]))]));
      const placesOn = (day: string) => {
        const places = new Map<number, number[]>();
        for (const row of reader.select().from(schema.memberships).all())
          if (
            (row.validFrom === null || row.validFrom <= day) &&
            (row.validTo === null || row.validTo >= day)
          )
            places.set(row.officialId, [...(places.get(row.officialId) ?? []), row.organizationId]);
        return places;
      };
      for (const day of DAYS) for (const [id, [place]] of placesOn(day)) model.get(day)?.set(id, place ?? 0);
      const done: {
        operationId: number;
        before: Awaited<ReturnType<typeof contentOf>>;
        model: Map<string, Map<number, number>>;
      }[] = [];
      const setFrom = (day: string, ids: Iterable<number>, place: number) => {
        for (const [modelDay, places] of model)
          if (modelDay >= day) for (const id of ids) places.set(id, place);
      };
      let at = 0;
      for (const [index, { kind, units, people: chosen, daysLater }] of acts.entries()) {
        at = Math.min(DAYS.length - 1, at + (daysLater % 2));
        const onDay = DAYS[at] ?? '';
        const living = (await call('organizations.tree', { asOf: onDay })).organizations.filter(
          (row) => row.id !== 1,
        );
        const [first, second] = units.map((n) => living[n % living.length]);
        if (!first || !second) continue;
        const inFirst = [...(model.get(onDay) ?? [])]
          .filter(([, place]) => place === first.id)
          .map(([id]) => id);
        const before = await contentOf(folder);
        const saved = new Map([...model].map(([day, places]) => [day, new Map(places)]));
        const name = `Chi bộ số ${index}`;
        const newId = async () =>
          (await call('organizations.tree', { asOf: onDay })).organizations.find((row) => row.name === name)
            ?.id ?? 0;
        try {
          let operationId: number | null = null;
          if (kind === 'merge') {
            ({ operationId } = await call('organizations.merge', {
              sourceIds: [first.id],
              target: { is: 'unit', id: second.id },
              onDay,
            }));
            setFrom(onDay, inFirst, second.id);
          } else if (kind === 'mergeNew') {
            ({ operationId } = await call('organizations.merge', {
              sourceIds: [first.id],
              target: { is: 'newUnit', unit: unit(name) },
              onDay,
            }));
            setFrom(onDay, inFirst, await newId());
          } else if (kind === 'split') {
            const officialIds = inFirst.slice(0, chosen.length);
            ({ operationId } = await call('organizations.split', {
              sourceId: first.id,
              parts: [{ unit: unit(name), officialIds }],
              keepSource: true,
              onDay,
            }));
            setFrom(onDay, officialIds, await newId());
          } else if (kind === 'end') {
            ({ operationId } = await call('organizations.end', { id: first.id, moveToId: second.id, onDay }));
            setFrom(onDay, inFirst, second.id);
          } else if (kind === 'transfer') {
            const officialIds = [...new Set(chosen.map((n) => people[n] ?? 0))];
            ({ operationId } = await call('officials.transfer', {
              officialIds,
              organizationId: second.id,
              onDay,
            }));
            setFrom(onDay, officialIds, second.id);
          } else if (kind === 'rename') {
            ({ operationId } = await call('organizations.change', {
              id: first.id,
              version: first.version,
              ...unit(name),
              onDay,
            }));
          } else {
            const last = done.pop();
            if (!last) continue;
            await call('operations.undo', { operationId: last.operationId });
            expect(await contentOf(folder)).toEqual(last.before);
            for (const [day, places] of last.model) model.set(day, places);
          }
          if (operationId !== null) done.push({ operationId, before, model: saved });
        } catch (error) {
          // A refusal changes nothing; anything but a refusal is a fault.
          if (!(error instanceof AppError)) throw error;
          expect(await contentOf(folder)).toEqual(before);
        }
        for (const day of DAYS) {
          const real = placesOn(day);
          expect([...real.values()].every((places) => places.length === 1)).toBe(true);
          expect(new Map([...real].map(([id, [place]]) => [id, place]))).toEqual(model.get(day));
          const counts = (await call('organizations.tree', { asOf: day })).organizations.reduce(
            (sum, row) => sum + row.memberCount,
            0,
          );
          expect(counts).toBe(people.length);
        }
      }
    }),
    { numRuns: 25, endOnFailure: true },
  );
});
