import { z } from 'zod';
import { officialListDocument } from './officials.ts';
import { ratingSummaryDocument } from './reports.ts';

/** Everything that is previewed, printed and saved. */
export const documentInput = z.discriminatedUnion('kind', [ratingSummaryDocument, officialListDocument]);
export type DocumentInput = z.input<typeof documentInput>;
export type DocumentRequest = z.output<typeof documentInput>;
