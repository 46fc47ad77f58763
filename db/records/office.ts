import type { ReadHandle } from '../connection/open.ts';
import { office } from '../connection/schema.ts';
import { AppError } from '../contract/errors.ts';
import type { Office } from '../contract/office.ts';

export function readOffice(db: ReadHandle): Office {
  const row = db.select().from(office).get();
  if (!row) throw new AppError('DATABASE_DAMAGED');
  const { id: _id, ...fields } = row;
  return fields;
}
