import { z } from 'zod';
import { attachmentEntities } from '../domain/cycle.ts';
import { id, requiredLine } from './schemas.ts';

/** Scans of signed papers and evidence: a PDF or a picture, told by its first bytes, never by its name. */
export const attachmentTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;

export const ATTACHMENT_BYTES = 20 * 1024 * 1024;

/** The record that a scan belongs to. */
export const attachmentOwner = z.object({
  entity: z.enum(attachmentEntities, { error: 'INVALID_VALUE' }),
  entityId: id,
});
export type AttachmentOwner = z.infer<typeof attachmentOwner>;

export const attachment = z.object({
  id,
  fileName: z.string(),
  mediaType: z.enum(attachmentTypes),
  /** Bytes. */
  size: z.int(),
  at: z.string(),
  by: z.string(),
});
export type Attachment = z.infer<typeof attachment>;
export const attachmentList = z.object({ attachments: z.array(attachment) });

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, { error: 'INVALID_VALUE' });
export const addAttachmentInput = z.object({
  ...attachmentOwner.shape,
  fileName: requiredLine(255),
  bytes,
});
export const attachmentInput = z.object({ attachmentId: id });
export const attachmentFile = z.object({
  fileName: z.string(),
  mediaType: z.enum(attachmentTypes),
  bytes,
});
