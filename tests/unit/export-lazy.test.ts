import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { forms } from '../../db/documents/registry.ts';
import { office, sixCells } from '../helpers/rating-summaries.ts';

const isLoaded = () =>
  Object.keys(createRequire(import.meta.url).cache).some((file) => file.includes('/exceljs/'));

it('loads the workbook library at the first export, so that the data service does not hold it at rest', async () => {
  const form = forms['rating-summary'];
  form.document(sixCells(), office, '2025-12-05');
  expect(isLoaded()).toBe(false);
  await form.workbook(sixCells(), office, '2025-12-05');
  expect(isLoaded()).toBe(true);
});
