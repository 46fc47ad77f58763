import { allMarks } from '../contract/workbook-fields.ts';
import { membersOfYear } from '../contract/workbooks.ts';
import { type ExtractedRecord, type RatingRecordField, recordReader } from '../excel/extract-records.ts';
import { sourcesOf } from '../excel/fixed-cells.ts';
import { ruleOfInput } from '../records/rule-of-input.ts';
import type { KindDefinition } from './import-kinds.ts';
import { peopleIndex, unitFinder } from './import-matching.ts';
import { leadersOf, planRatings, ratingsOfList, takenOutOfList } from './import-ratings-plan.ts';
import { RecordBook } from './import-records.ts';

/** Ratings of one year. */
export const ratingsKind: KindDefinition = {
  requiredColumns: [
    ['fullName', 'givenName'],
    ['ratingDecided', 'ratingProposed', 'ratingSelf', ...allMarks],
  ],
  needsYear: true,
  prepare(db, sheet, year) {
    const book = new RecordBook(recordReader(sheet, { kind: 'ratings', year }));
    const people = peopleIndex(db);
    const units = unitFinder(db);
    const list = sheet.ratingList ?? membersOfYear;
    const existing = year === null ? new Map() : ratingsOfList(db, year, list);
    const rule = year === null ? '' : ruleOfInput(db, { year, quarter: list.quarter });
    const takenOut = year === null ? new Set<number>() : takenOutOfList(db, year, list);
    const fields = new Set(book.sheet.columns.map((column) => column.field));
    const hasColumn = (field: string) => sourcesOf(field).some((source) => fields.has(source));
    return (decisions) =>
      // The book was read as a sheet of this kind, so its records have the fields of this kind.
      planRatings(book.records(decisions) as ExtractedRecord<RatingRecordField>[], {
        sheet: book.sheet,
        people,
        findUnit: units(decisions),
        existing,
        ratingKind: list.kind,
        rule,
        rated: year === null || list.kind === 'member' ? null : leadersOf(db, year, list),
        takenOut,
        decisions,
        hasColumn,
      });
  },
};
