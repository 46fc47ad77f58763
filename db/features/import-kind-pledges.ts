import { sheetRecordReader } from '../excel/extract-registers.ts';
import { sourcesOf } from '../excel/fixed-cells.ts';
import type { KindDefinition } from './import-kinds.ts';
import { peopleIndex, unitFinder } from './import-matching.ts';
import { planPledges, pledgeBook } from './import-pledges-plan.ts';
import { RecordBook } from './import-records.ts';

/** Who signed the pledge of a year, person by person. */
export const pledgesKind: KindDefinition = {
  requiredColumns: [
    ['fullName', 'givenName'],
    ['signed', 'signedOn', 'unsigned'],
  ],
  needsYear: true,
  prepare(db, sheet, year) {
    const book = new RecordBook(sheetRecordReader(sheet, 'pledges'));
    const people = peopleIndex(db);
    const units = unitFinder(db);
    const pledges = pledgeBook(db, year);
    const fields = new Set(sheet.columns.map((column) => column.field));
    const hasColumn = (field: string) => sourcesOf(field).some((source) => fields.has(source));
    return (decisions) =>
      planPledges(book.records(decisions), {
        sheet,
        people,
        findUnit: units(decisions),
        pledges,
        decisions,
        hasColumn,
      });
  },
};
