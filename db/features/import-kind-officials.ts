import { type ExtractedRecord, type OfficialRecordField, recordReader } from '../excel/extract-records.ts';
import { sourcesOf } from '../excel/fixed-cells.ts';
import type { KindDefinition } from './import-kinds.ts';
import { peopleIndex, unitFinder } from './import-matching.ts';
import { planOfficials } from './import-officials-plan.ts';
import { RecordBook } from './import-records.ts';

/** Lists of officials and Party members. */
export const officialsKind: KindDefinition = {
  requiredColumns: [['fullName', 'givenName']],
  needsYear: false,
  prepare(db, sheet) {
    const book = new RecordBook(recordReader(sheet, { kind: 'officials', year: null }));
    const people = peopleIndex(db);
    const units = unitFinder(db);
    const fields = new Set(book.sheet.columns.map((column) => column.field));
    const hasColumn = (field: string) => sourcesOf(field).some((source) => fields.has(source));
    return (decisions) => {
      // The book was read as a sheet of this kind, so its records have the fields of this kind.
      const records = book.records(decisions) as ExtractedRecord<OfficialRecordField>[];
      return planOfficials(records, {
        sheet: book.sheet,
        people,
        findUnit: units(decisions),
        decisions,
        hasColumn,
        // The second day has a column of its own, or stands under the first in one cell.
        fullMemberDateIsKept:
          fields.has('fullMemberOn') || records.some((record) => record.values.fullMemberOn !== null),
      });
    };
  },
};
