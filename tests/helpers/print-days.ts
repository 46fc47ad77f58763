import { readFileSync } from 'node:fs';
import { readWorkbookBytes } from '../../db/excel/read-workbook.ts';
import { extractRecords } from './read-records.ts';

/** Run as a process of its own, so that each time zone is a real one: prints the days of a list of people as JSON. */
const [file = ''] = process.argv.slice(2);
const { sheets } = await readWorkbookBytes(file, readFileSync(file));
const records = sheets.flatMap((sheet) =>
  extractRecords(sheet, { kind: 'officials', year: null, thisYear: 2026 }),
);
const days = records.map(({ values }) => [values.birthDate, values.admittedOn, values.fullMemberOn]);
process.stdout.write(JSON.stringify({ offset: new Date(2025, 0, 1).getTimezoneOffset(), days }));
