import { dayOf } from '../domain/dates.ts';
import { defaultReviewDay } from '../domain/remediation-rules.ts';
import { sheetRecordReader } from '../excel/extract-registers.ts';
import type { KindDefinition } from './import-kinds.ts';
import { peopleIndex, unitFinder } from './import-matching.ts';
import { RecordBook } from './import-records.ts';
import { planTasks, tasksOfYear, unitsOfPlan } from './import-remediation-plan.ts';

/** The plan after the review of a year, or its follow-up. */
export const remediationKind: KindDefinition = {
  requiredColumns: [['shortcoming'], ['measure'], ['assignee'], ['due']],
  needsYear: true,
  prepare(db, sheet, year) {
    const book = new RecordBook(sheetRecordReader({ ...sheet, year: year ?? sheet.year }, 'remediation'));
    const people = peopleIndex(db);
    const units = unitFinder(db);
    const existing = year === null ? [] : tasksOfYear(db, year);
    const { root, within } = unitsOfPlan(db);
    const today = dayOf(new Date());
    const reviewDay = defaultReviewDay(year ?? 0, today);
    return (decisions) =>
      planTasks(book.records(decisions), {
        sheet: book.sheet,
        people,
        findUnit: units(decisions),
        root,
        within,
        existing,
        reviewDay,
        decisions,
      });
  },
};
