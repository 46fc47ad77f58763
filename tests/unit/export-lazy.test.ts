import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import {
  office,
  ratingSummaryDocument,
  ratingSummaryWorkbook,
  sixCells,
} from '../helpers/rating-summaries.ts';

const isLoaded = (library: string) =>
  Object.keys(createRequire(import.meta.url).cache).some((file) => file.includes(`/${library}/`));

it('loads the workbook library at the first export, so that the data service does not hold it at rest', async () => {
  ratingSummaryDocument(sixCells(), office, '2025-12-05');
  expect(isLoaded('exceljs')).toBe(false);
  await ratingSummaryWorkbook(sixCells(), office, '2025-12-05');
  expect(isLoaded('exceljs')).toBe(true);
});
