import { sheetRecordReader } from '../excel/extract-registers.ts';
import { sourcesOf } from '../excel/fixed-cells.ts';
import type { KindDefinition } from './import-kinds.ts';
import { unitFinder } from './import-matching.ts';
import { planOrganizations, unitBook } from './import-organizations-plan.ts';
import { RecordBook } from './import-records.ts';

/** Lists of Party organisations. */
export const organizationsKind: KindDefinition = {
  requiredColumns: [['partyOrg', 'unitName', 'organization']],
  needsYear: false,
  prepare(db, sheet) {
    const book = new RecordBook(sheetRecordReader(sheet, 'organizations'));
    const units = unitBook(db);
    const findUnit = unitFinder(db);
    const fields = new Set(sheet.columns.map((column) => column.field));
    const hasColumn = (field: string) => sourcesOf(field).some((source) => fields.has(source));
    return (decisions) =>
      planOrganizations(book.records(decisions), {
        sheet,
        units,
        findUnit: findUnit(decisions),
        decisions,
        hasColumn,
      });
  },
};
