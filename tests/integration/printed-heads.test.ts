import { expect, it, onTestFinished } from 'vitest';
import { Sessions } from '../../db/auth/sessions.ts';
import { Service } from '../../db/service/service.ts';
import { codeOf, personFields, plan2025 } from '../helpers/cycle-office.ts';
import { type Call, callsOf, newOffice, PASSWORD, temporaryFolder } from '../helpers/office.ts';
import { blankOfficial } from '../helpers/people.ts';

const lines = {
  superiorHead: 'ĐẢNG BỘ TỈNH ĐÔNG SƠN',
  issuingHead: 'ĐẢNG ỦY XÃ SÔNG MÂY',
  placeName: 'Sông Mây',
  signatureAuthority: 'T/M ĐẢNG ỦY',
  signatureTitle: 'BÍ THƯ ĐẢNG ỦY',
  signerName: 'Quàng Thị Sao',
};

/** An office with one cell that got its own printed lines in 2020, and others in July 2025; rated in both years. */
async function office(): Promise<{ call: Call; cellId: number }> {
  const { call } = await newOffice();
  await call('office.update', { ...(await call('office.get', {})), ...lines });
  const cell = await call('organizations.create', { parentId: 1, kind: 'partyCell', name: 'Chi bộ Một' });
  const person = await call('officials.create', {
    ...blankOfficial,
    fullName: 'Lò Văn Ân',
    admittedOn: '2010-05-19',
    membershipStatus: 'full',
    organizationId: cell.id,
  });
  const unit = { parentId: 1, kind: 'partyCell', name: 'Chi bộ Một' } as const;
  const change = async (version: number, onDay: string, printed: object) =>
    call('organizations.change', { id: cell.id, version, onDay, ...unit, ...printed });
  await change(1, '2020-01-01', { issuingHead: 'CHI BỘ MỘT', signatureAuthority: 'T/M CHI BỘ' });
  await change(2, '2025-07-01', { issuingHead: 'CHI BỘ MỘT MỚI' });
  for (const year of [2024, 2025])
    await call('ratings.set', {
      year,
      officialId: person.id,
      version: 0,
      change: { field: 'decided', level: 'good' },
      decision: { body: 'Ban Thường vụ Đảng ủy', onDay: `${year}-12-25` },
    });
  return { call, cellId: cell.id };
}

it("prints a unit's own heads on a paper about it, as they were on the paper's day, and the office's elsewhere", async () => {
  const { call, cellId } = await office();
  const page = async (year: number, organizationId: number | null) =>
    (await call('documents.html', { kind: 'rating-summary', year, organizationId })).html;

  const then = await page(2024, cellId);
  expect(then).toContain('CHI BỘ MỘT');
  expect(then).not.toContain('CHI BỘ MỘT MỚI');
  expect(then).toContain('T/M CHI BỘ');
  // An empty line takes the office's; its signer does not sign for the cell.
  expect(then).toContain(lines.superiorHead);
  expect(then).toContain(lines.signatureTitle);
  expect(then).not.toContain(lines.issuingHead);
  expect(then).not.toContain(lines.signerName);

  const now = await page(2025, cellId);
  expect(now).toContain('CHI BỘ MỘT MỚI');
  // The cell has no signature of its own any more: the office signs.
  expect(now).toContain(lines.signatureAuthority);
  expect(now).toContain(lines.signerName);

  const whole = await page(2024, null);
  expect(whole).toContain(lines.issuingHead);
  expect(whole).toContain(lines.signerName);
  expect(whole).not.toContain('T/M CHI BỘ');
});

/**
 * The fault: a year printed again after the commune was renamed had the new name, place and signer. Steps: change the
 * office's lines in the settings, print a paper of the year before. Reason: the office's lines had no days.
 */
it("keeps the office's lines of a paper's day when they change from a day, and puts all right without one", async () => {
  const { call, cellId } = await office();
  const page = async (year: number, organizationId: number | null) =>
    (await call('documents.html', { kind: 'rating-summary', year, organizationId })).html;
  const change = async (lines: object) =>
    call('office.update', { ...(await call('office.get', {})), ...lines });
  const fresh = {
    issuingHead: 'ĐẢNG ỦY PHƯỜNG MÂY HỒNG',
    superiorHead: 'ĐẢNG BỘ TỈNH MỚI',
    signerName: 'Người Ký Mới',
  };
  const sheet = async (html: Promise<string>) => (await html).replace(/ngày \d+ tháng \d+ năm \d+/, '');
  const before = [await sheet(page(2024, null)), await sheet(page(2024, cellId))];
  const { version } = await change({ ...fresh, changedOn: '2025-07-01' });
  expect([await sheet(page(2024, null)), await sheet(page(2024, cellId))]).toEqual(before);
  const now = await page(2025, null);
  for (const line of Object.values(fresh)) expect(now).toContain(line);

  // What is put right without a day holds for the time since the change; an earlier day is refused.
  await change({ signerName: 'Người Ký Đúng' });
  expect(await page(2025, null)).toContain('Người Ký Đúng');
  expect(await page(2024, null)).toContain(lines.signerName);
  expect(await codeOf(change({ changedOn: '2025-07-01' }))).toBe('DAY_BEFORE_LAST_CHANGE');

  // Taken back: one set of lines for all years, as before.
  const { version: latest } = await call('office.get', {});
  expect(latest).toBe(version + 1);
  await change({ ...lines, undoesChangeOn: '2025-07-01' });
  expect(await page(2025, null)).toContain(lines.signerName);
  await change({ superiorHead: 'ĐẢNG BỘ TỈNH SỬA' });
  expect(await page(2024, null)).toContain('ĐẢNG BỘ TỈNH SỬA');
});

/**
 * The fault: a cell's papers named the office's writers as the organisation over it ("VĂN PHÒNG ĐẢNG ỦY ..."). Steps: open
 * an office under the name that the first page proposes, print a ballot. Reason: the unit at the top took that name.
 */
it('heads the papers of a cell with the organisation over it, as that heads its own', async () => {
  const fresh = new Service(temporaryFolder(), new Sessions());
  onTestFinished(() => fresh.close());
  const officeName = 'Văn phòng Đảng ủy xã Sông Mây';
  const { token } = await callsOf(fresh, null)('office.create', { officeName, password: PASSWORD });
  const call = callsOf(fresh, token);
  expect((await call('office.get', {})).name).toBe(officeName);
  const [top] = (await call('organizations.tree', {})).organizations;
  expect(top?.name).toBe('Đảng ủy xã Sông Mây');
  const cell = await call('organizations.create', { parentId: 1, kind: 'partyCell', name: 'Chi bộ Một' });
  await call('officials.create', {
    ...personFields,
    fullName: 'Lò Văn Ân',
    organizationId: cell.id,
  });
  await call('cycles.open', { ...plan2025, year: 2025, collectives: [] });
  const superior = async () => {
    const ballot = { kind: 'ballot', year: 2025, organizationId: cell.id } as const;
    return /class="head">\s*<div><p>([^<]*)</.exec((await call('documents.html', ballot)).html)?.[1];
  };
  expect(await superior()).toBe('ĐẢNG ỦY XÃ SÔNG MÂY');
  await call('office.update', {
    ...(await call('office.get', {})),
    ...lines,
    issuingHead: 'ĐẢNG ỦY XÃ SÔNG MÂY MỚI',
  });
  expect(await superior()).toBe('ĐẢNG ỦY XÃ SÔNG MÂY MỚI');
});
