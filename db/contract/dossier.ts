import { z } from 'zod';
import { id, reviewYear } from './schemas.ts';

/** Years of a dossier: the competent bodies look at three; up to ten can be asked for. */
export const DOSSIER_YEARS = 3;

/** The papers of a person over some years in one file. `disciplines` names them in clear, which is audited. */
export const dossierDocument = z.object({
  kind: z.literal('dossier'),
  officialId: id,
  lastYear: reviewYear,
  years: z
    .int({ error: 'OUT_OF_RANGE' })
    .min(1, { error: 'OUT_OF_RANGE' })
    .max(10, { error: 'OUT_OF_RANGE' })
    .default(DOSSIER_YEARS),
  disciplines: z.boolean().default(false),
});
