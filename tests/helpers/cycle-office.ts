import { AppError } from '../../db/contract/errors.ts';
import type { MethodInput } from '../../db/contract/methods.ts';
import { newOffice, type TestOffice } from './office.ts';
import { blankOfficial } from './people.ts';

/** Fields of a fictitious member. */
export const personFields = {
  ...blankOfficial,
  birthDate: '1985',
  admittedOn: '2010-02-03',
  membershipStatus: 'full',
} as const;

/** The code that a call is refused with, 'done' when it is not. */
export const codeOf = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise;
    return 'done';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

export const plan2025: Omit<MethodInput<'cycles.open'>, 'year' | 'collectives'> = {
  countedOn: '2025-12-31',
  packId: 'qd-366-2025',
  planNo: '45-KH/ĐU',
  planDate: '2025-11-03',
};

/** Two cells under the root; An leads the commune, Bình is exempt, Chi is admitted after the counting day. */
export async function cycleOffice(): Promise<
  TestOffice & { cells: [number, number]; people: Record<string, number> }
> {
  const made = await newOffice();
  const unit = async (name: string) =>
    (await made.call('organizations.create', { parentId: 1, kind: 'partyCell', name })).id;
  const cells: [number, number] = [await unit('Chi bộ Một'), await unit('Chi bộ Hai')];
  const people: Record<string, number> = {};
  for (const [name, cell] of [
    ['Vàng A An', cells[0]],
    ['Lò Văn Bình', cells[0]],
    ['Hà Thị Chi', cells[0]],
    ['Tòng Văn Dũng', cells[1]],
  ] as const) {
    const admittedOn = name === 'Hà Thị Chi' ? '2026-01-15' : personFields.admittedOn;
    const { id } = await made.call('officials.create', {
      ...personFields,
      fullName: name,
      admittedOn,
      organizationId: cell,
    });
    people[name] = id;
  }
  const [an, binh] = [people['Vàng A An'] ?? 0, people['Lò Văn Bình'] ?? 0];
  await made.call('officials.savePost', {
    officialId: an,
    version: 1,
    post: {
      id: null,
      kind: 'party',
      title: 'Bí thư Đảng ủy',
      organizationId: 1,
      isHead: true,
      isLeader: true,
      isKeyOfficial: true,
      managedBy: '',
      validFrom: '2025-07-01',
      validTo: null,
    },
  });
  const change = { status: 'exempt', onDay: '2025-06-01', reason: 'Tuổi cao' } as const;
  await made.call('officials.setParticipation', { id: binh, version: 1, ...change });
  return { ...made, cells, people };
}

export const openCycle2025 = (made: TestOffice) =>
  made.call('cycles.open', {
    ...plan2025,
    year: 2025,
    collectives: [
      { organizationId: 1, kind: 'organization' },
      { organizationId: 1, kind: 'standingCommittee' },
    ],
  });
