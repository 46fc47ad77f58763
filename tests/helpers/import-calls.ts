import type { ImportDecision } from '../../db/contract/import-decisions.ts';
import type { PreviewInput } from '../../db/contract/imports.ts';
import type { ReadWorkbook } from '../../db/contract/workbooks.ts';
import type { Call } from './office.ts';

/** Stages a workbook, previews its sheet, and gives the calls that go on from there. */
export async function previewOf(call: Call, workbook: ReadWorkbook, options: Partial<PreviewInput> = {}) {
  const { stageId } = await call('imports.stage', { workbook });
  const preview = await call('imports.preview', {
    sheet: 'Danh sách',
    kind: 'officials',
    ...options,
    stageId,
  });
  const { previewId } = preview;
  return {
    ...preview,
    rows: async () => (await call('imports.previewRows', { previewId, limit: 500 })).rows,
    decide: (decision: ImportDecision) => call('imports.decide', { previewId, decision }),
    units: async () => (await call('imports.previewUnits', { previewId })).units,
    commit: () => call('imports.commit', { previewId }),
  };
}

/** The ids of the people found by a name. */
export async function personId(call: Call, search: string): Promise<number> {
  const { rows } = await call('officials.list', { search });
  const [person] = rows;
  if (!person) throw new Error(`nobody is called ${search}`);
  return person.id;
}
