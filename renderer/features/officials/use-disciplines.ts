import type { Discipline } from '../../../db/contract/disciplines.ts';
import { call } from '../../lib/api.ts';
import { type Revealed, useRevealed } from '../../lib/use-revealed.ts';

export type Disciplines = Revealed<Discipline>;

export const useDisciplines = (officialId: number): Disciplines =>
  useRevealed(async () => (await call('disciplines.list', { officialId })).disciplines);
