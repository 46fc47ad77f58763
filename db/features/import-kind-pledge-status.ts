import { sheetRecordReader } from '../excel/extract-registers.ts';
import { declaredOfYear, ownSigned } from '../records/declared-pledges.ts';
import { allOrganizations } from '../records/organizations.ts';
import { countingDay } from '../records/ratings.ts';
import type { KindDefinition } from './import-kinds.ts';
import { unitFinder } from './import-matching.ts';
import { planDeclared } from './import-pledge-status-plan.ts';
import { RecordBook } from './import-records.ts';

/** Totals of signatures that units declare, table 5e. */
export const pledgeStatusKind: KindDefinition = {
  // Two of the three numbers are enough.
  requiredColumns: [
    ['organization', 'partyOrg', 'unitName'],
    ['signed', 'unsigned'],
    ['memberTotal', 'unsigned'],
  ],
  needsYear: true,
  prepare(db, sheet, year) {
    const book = new RecordBook(sheetRecordReader(sheet, 'pledgeStatus'));
    const units = unitFinder(db);
    const existing = year === null ? new Map() : declaredOfYear(db, year);
    const own =
      year === null
        ? () => ({ total: 0, signed: 0 })
        : ownSigned(db, year, allOrganizations(db, countingDay(db, year)));
    return (decisions) =>
      planDeclared(book.records(decisions), {
        sheet,
        findUnit: units(decisions),
        existing,
        own,
        decisions,
      });
  },
};
