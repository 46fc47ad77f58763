import { randomUUID } from 'node:crypto';
import { AppError } from '../contract/errors.ts';
import type { PreviewRows } from '../contract/imports.ts';
import type { MethodParsedInput } from '../contract/methods.ts';
import type { ReadWorkbook } from '../contract/workbooks.ts';
import type { ImportPlan } from '../features/import-plan.ts';

/** The files and previews on the clerk's desk: in memory only, the oldest go first. */
const KEPT = 3;

export class ImportDesk {
  readonly #workbooks = new Map<string, ReadWorkbook>();
  readonly #plans = new Map<string, ImportPlan>();

  stage(workbook: ReadWorkbook): string {
    return put(this.#workbooks, workbook);
  }

  /** @throws AppError IMPORT_EXPIRED */
  workbook(stageId: string): ReadWorkbook {
    return take(this.#workbooks, stageId);
  }

  keep(plan: ImportPlan): string {
    return put(this.#plans, plan);
  }

  /** @throws AppError IMPORT_EXPIRED */
  plan(previewId: string): ImportPlan {
    return take(this.#plans, previewId);
  }

  rows(input: MethodParsedInput<'imports.previewRows'>): PreviewRows {
    const { rows } = this.plan(input.previewId);
    const chosen = input.class === null ? rows : rows.filter((row) => row.class === input.class);
    return {
      total: chosen.length,
      rows: chosen
        .slice(input.offset, input.offset + input.limit)
        .map(({ unit: _unit, action: _action, ...row }) => row),
    };
  }
}

function put<T>(map: Map<string, T>, value: T): string {
  const id = randomUUID();
  map.set(id, value);
  const [oldest] = map.keys();
  if (map.size > KEPT && oldest !== undefined) map.delete(oldest);
  return id;
}

function take<T>(map: ReadonlyMap<string, T>, id: string): T {
  const found = map.get(id);
  if (found === undefined) throw new AppError('IMPORT_EXPIRED');
  return found;
}
