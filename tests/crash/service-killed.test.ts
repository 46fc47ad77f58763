import { once } from 'node:events';
import { expect, it } from 'vitest';
import { importRows } from '../../db/connection/schema.ts';
import {
  newOffice,
  OFFICE_NAME,
  openDatabase,
  openOffice,
  PASSWORD,
  temporaryFolder,
} from '../helpers/office.ts';
import { startService } from '../helpers/service-process.ts';
import { stagedWorkbook } from '../helpers/staged-workbooks.ts';

const PEOPLE = 6000;
const people = Array.from({ length: PEOPLE }, (_, index) => [
  `Người Thứ ${index}`,
  '1985',
  `Chi bộ ${index % 20}`,
  `0010850${String(index).padStart(5, '0')}`,
]);
const workbook = stagedWorkbook(['fullName', 'birthDate', 'organization', 'citizenId'], people);

async function previewOf(service: Awaited<ReturnType<typeof startService>>): Promise<string> {
  const { token } = await service.call('auth.login', { password: PASSWORD });
  service.token = token;
  const { stageId } = await service.call('imports.stage', { workbook });
  const preview = await service.call('imports.preview', { stageId, sheet: 'Danh sách', kind: 'officials' });
  return preview.previewId;
}

it.each([1, 2, 4, 8])(
  'kill -9 in the middle of an import leaves nothing of it (progress message %i)',
  async (at) => {
    const { folder, service } = await newOffice();
    await service.close();
    const killed = await startService(folder);
    const previewId = await previewOf(killed);
    let seen = 0;
    const commit = killed.call('imports.commit', { previewId }, () => {
      seen += 1;
      if (seen === at) killed.child.kill('SIGKILL');
    });
    const outcome = await Promise.race([commit.then(() => 'committed'), killed.ended.then(() => 'killed')]);
    expect(outcome).toBe('killed');

    const again = await openOffice(folder);
    expect((await again.call('officials.list', {})).total).toBe(0);
    expect((await again.call('organizations.tree', {})).organizations.map((unit) => unit.name)).toEqual([
      OFFICE_NAME,
    ]);
    expect((await again.call('imports.list', {})).batches).toEqual([]);
  },
);

it('kill -9 right after the answer keeps all of the import', async () => {
  const { folder, service } = await newOffice();
  await service.close();
  const killed = await startService(folder);
  const previewId = await previewOf(killed);
  await killed.call('imports.commit', { previewId });
  killed.child.kill('SIGKILL');
  await killed.ended;

  const again = await openOffice(folder);
  expect((await again.call('officials.list', {})).total).toBe(PEOPLE);
  const { reader } = await openDatabase(folder);
  expect(reader.select().from(importRows).all()).toHaveLength(PEOPLE + 20);
});

it('finishes the write under way and ends by itself when its channel closes', async () => {
  const { folder, service } = await newOffice();
  await service.close();
  const left = await startService(folder);
  const previewId = await previewOf(left);
  const started = new Promise<void>((resolve) => {
    left.call('imports.commit', { previewId }, () => resolve()).catch(() => undefined);
  });
  await started;
  left.child.disconnect();
  const [code] = (await left.ended) as [number | null];
  expect(code).toBe(0);

  const again = await openOffice(folder);
  expect((await again.call('officials.list', {})).total).toBe(PEOPLE);
});

it('says "closed" after a shutdown, with every write on disk', async () => {
  const folder = temporaryFolder();
  const running = await startService(folder);
  const { token } = await running.call('office.create', { officeName: OFFICE_NAME, password: PASSWORD });
  running.token = token;
  void running.call('organizations.create', { parentId: 1, kind: 'partyCell', name: 'Chi bộ Một' });
  const messages: unknown[] = [];
  running.child.on('message', (message) => messages.push(message));
  running.send({ type: 'shutdown' });
  await once(running.child, 'exit');
  expect(messages.at(-1)).toEqual({ type: 'closed' });

  const again = await openOffice(folder);
  expect((await again.call('organizations.tree', {})).organizations).toHaveLength(2);
});
