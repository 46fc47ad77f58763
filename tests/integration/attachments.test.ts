import { readFileSync } from 'node:fs';
import path from 'node:path';
import { desc } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { audit } from '../../db/connection/schema.ts';
import { ATTACHMENT_BYTES } from '../../db/contract/attachments.ts';
import { scanTypeOf } from '../../db/domain/media-type.ts';
import { codeOf, cycleOffice, openCycle2025 } from '../helpers/cycle-office.ts';
import { openDatabase } from '../helpers/office.ts';

const scanOf = (head: readonly number[], text: string) =>
  new Uint8Array([...head, ...new TextEncoder().encode(text)]);
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

async function office() {
  const made = await cycleOffice();
  await openCycle2025(made);
  const { created } = await made.call('pledges.create', { year: 2025, items: [] });
  return { ...made, created, owner: { entity: 'pledge', entityId: created[0]?.pledgeId ?? 0 } as const };
}

describe('scans', () => {
  it('are told by their first bytes, whatever the name says', () => {
    expect(scanTypeOf(scanOf(PDF, '1.7'))).toBe('application/pdf');
    expect(scanTypeOf(scanOf(JPEG, 'x'))).toBe('image/jpeg');
    expect(scanTypeOf(scanOf(PNG, 'x'))).toBe('image/png');
    expect(scanTypeOf(scanOf([], '<html>'))).toBe(null);
    expect(scanTypeOf(new Uint8Array(PDF.slice(0, 4)))).toBe(null);
  });

  it('come back byte for byte, each view stands in the audit, and the file on the disk does not hold them', async () => {
    const { call, owner, folder } = await office();
    const bytes = scanOf(PDF, 'ban cam ket da ky '.repeat(200));
    const added = await call('attachments.add', { ...owner, fileName: 'Cam kết An.pdf', bytes });
    expect(added.attachments).toMatchObject([
      { fileName: 'Cam kết An.pdf', mediaType: 'application/pdf', size: bytes.length },
    ]);
    const { rows } = await call('pledges.list', { year: 2025 });
    expect(rows.find((row) => row.pledgeId === owner.entityId)?.scans).toBe(1);
    const attachmentId = added.attachments[0]?.id ?? 0;
    const opened = await call('attachments.open', { attachmentId });
    expect(opened.fileName).toBe('Cam kết An.pdf');
    expect(Buffer.compare(opened.bytes, bytes)).toBe(0);

    const database = await openDatabase(folder);
    const last = database.reader.select().from(audit).orderBy(desc(audit.id)).limit(1).get();
    expect(last).toMatchObject({ method: 'attachments.open', entity: 'attachment', entityId: attachmentId });
    for (const name of ['tuduong.db', 'tuduong.db-wal'])
      expect(readFileSync(path.join(folder, 'office', name)).includes('ban cam ket da ky')).toBe(false);
  });

  it('are refused when they are no PDF or picture, too large, there already, or of a record that is not', async () => {
    const { call, owner } = await office();
    const add = (bytes: Uint8Array, of: { entityId: number } = owner) =>
      codeOf(call('attachments.add', { ...owner, ...of, fileName: 'a.pdf', bytes }));
    expect(await add(scanOf([], 'MZ chương trình'))).toBe('ATTACHMENT_TYPE');
    const large = new Uint8Array(ATTACHMENT_BYTES + 1);
    large.set(PDF);
    expect(await add(large)).toBe('ATTACHMENT_TOO_LARGE');
    expect(await add(scanOf(PDF, 'một'), { entityId: 999 })).toBe('NOT_FOUND');
    expect(await add(scanOf(PDF, 'một'))).toBe('done');
    expect(await add(scanOf(PDF, 'một'))).toBe('ATTACHMENT_EXISTS');
    expect(await add(scanOf(PDF, 'hai'))).toBe('done');
    expect((await call('attachments.list', owner)).attachments).toHaveLength(2);
  });

  it('keep their record from being removed, so that no later record takes them over with its id', async () => {
    const { call, owner, created } = await office();
    const bytes = scanOf(PNG, 'ảnh');
    const { attachments } = await call('attachments.add', { ...owner, fileName: 'anh.png', bytes });
    expect(await codeOf(call('pledges.remove', { pledges: created }))).toBe('HAS_ATTACHMENTS');
    expect((await call('pledges.list', { year: 2025 })).rows.every((row) => row.pledgeId !== null)).toBe(
      true,
    );
    await call('attachments.remove', { attachmentId: attachments[0]?.id ?? 0 });
    expect(await codeOf(call('pledges.remove', { pledges: created }))).toBe('done');
  });
});
