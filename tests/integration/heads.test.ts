import { expect, it } from 'vitest';
import { newOffice } from '../helpers/office.ts';
import { stagedWorkbook } from '../helpers/staged-workbooks.ts';

it('offers the heads of the newest sheet that has any, until its import is undone', async () => {
  const { call } = await newOffice();
  const suggestion = async () => (await call('office.suggestHeads', {})).suggestion;
  const importSheet = async (name: string, heads: { superior: string; issuing: string; place: string }) => {
    const workbook = stagedWorkbook(['fullName', 'organization', 'citizenId'], [[name, 'Chi bộ Một', null]]);
    const [sheet] = workbook.sheets;
    if (sheet) sheet.heads = heads;
    const { stageId } = await call('imports.stage', { workbook });
    const preview = await call('imports.preview', { stageId, sheet: 'Danh sách', kind: 'officials' });
    return call('imports.commit', { previewId: preview.previewId });
  };
  expect(await suggestion()).toBeNull();
  const heads = { superior: 'ĐẢNG BỘ TỈNH ĐÔNG SƠN', issuing: 'ĐẢNG ỦY XÃ SÔNG MÂY', place: 'Sông Mây' };
  const { batchId } = await importSheet('Trần Văn Ân', heads);
  await importSheet('Lê Thị Ánh', { superior: '', issuing: '', place: '' });
  expect(await suggestion()).toEqual({
    fileName: 'danh-sach.xlsx',
    superiorHead: heads.superior,
    issuingHead: heads.issuing,
    placeName: heads.place,
  });
  expect((await call('office.get', {})).issuingHead).toBe('');
  await call('imports.undo', { batchId: batchId ?? 0 });
  expect(await suggestion()).toBeNull();
});
