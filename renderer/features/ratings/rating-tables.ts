import type { CapGroup } from '../../../db/contract/caps.ts';
import type { Period } from '../../../db/contract/cycles.ts';
import type { SetRatingInput } from '../../../db/contract/ratings.ts';
import { call } from '../../lib/api.ts';
import {
  collectiveOf,
  type GridData,
  type GridRow,
  gridData,
  type RatingTable,
  rowOfCollective,
  rowOfPerson,
} from './grid-row.ts';

export interface SetAnswer {
  row: GridRow;
  before: GridRow;
  cap: CapGroup | null;
}
export type SetInput = Pick<SetRatingInput, 'year' | 'quarter' | 'version' | 'change'> & { key: number };

export async function loadTable(
  table: RatingTable,
  period: Period,
  organizationId: number | null,
): Promise<GridData> {
  if (table === 'collective') {
    const grid = await call('collectives.grid', { ...period, organizationId });
    return gridData(grid.rows.map(rowOfCollective), grid);
  }
  const grid = await call('ratings.grid', { ...period, organizationId, kind: table });
  return gridData(grid.rows.map(rowOfPerson), grid);
}

export async function setInTable(table: RatingTable, { key, ...input }: SetInput): Promise<SetAnswer> {
  if (table === 'collective') {
    const { row, before, cap } = await call('collectives.set', { ...input, ...collectiveOf(key) });
    return { row: rowOfCollective(row), before: rowOfCollective(before), cap };
  }
  const { row, before, cap } = await call('ratings.set', { ...input, officialId: key, kind: table });
  return { row: rowOfPerson(row), before: rowOfPerson(before), cap };
}
