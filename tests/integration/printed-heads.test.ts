import { expect, it } from 'vitest';
import { type Call, newOffice } from '../helpers/office.ts';
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
