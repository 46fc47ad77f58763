import type { ReadHandle, WriteHandle } from '../connection/open.ts';
import { AppError } from '../contract/errors.ts';
import type { MethodOutput, MethodParsedInput } from '../contract/methods.ts';
import type { PaperParticulars } from '../contract/paper-particulars.ts';
import { paperName } from '../contract/vi/paper-particulars.ts';
import {
  earlierParticulars,
  storedParticulars,
  usualParticulars,
  writeParticulars,
} from '../records/paper-particulars.ts';
import { draftOf, type PaperSubject, subjectOf } from '../records/paper-subjects.ts';
import { unitsOnPaper } from '../records/unit-heads.ts';

/**
 * The particulars of a paper: as they were kept; else proposed from the settings and from the same paper of the period
 * before, whose number, day and report on the tasks are its own and stay behind.
 */
export function getParticulars(
  db: ReadHandle,
  { document }: MethodParsedInput<'papers.particulars'>,
): MethodOutput<'papers.particulars'> {
  const subject = subjectOf(db, document);
  if (subject === null) return { paper: null };
  const { kind, year, quarter, organizationId, day } = subject;
  const unit = organizationId === null ? '' : unitsOnPaper(db, day)(organizationId).name;
  const common = { kind, name: paperName(kind, year, quarter, unit), draft: draftOf(subject) };
  const stored = storedParticulars(db, subject);
  if (stored !== null) {
    const { particulars, version } = stored;
    return { paper: { ...common, version, particulars, from: null } };
  }
  return { paper: { ...common, version: 0, ...proposed(db, subject) } };
}

function proposed(db: ReadHandle, subject: PaperSubject) {
  const usual = usualParticulars(db, subject);
  const earlier = earlierParticulars(db, subject);
  if (earlier === null) return { particulars: usual, from: null };
  const { particulars: before, year, quarter } = earlier;
  const particulars: PaperParticulars = {
    ...usual,
    symbol: before.symbol,
    basis: usual.basis.length > 0 ? usual.basis : before.basis,
    aims: before.aims,
    carryingOut: before.carryingOut,
    preparer: before.preparer,
    authority: usual.authority || before.authority,
    title: usual.title || before.title,
    signer: usual.signer || before.signer,
    recipients: before.recipients,
  };
  return { particulars, from: { year, quarter } };
}

/** Keeps the particulars of a paper. @throws AppError NOT_FOUND: a paper without particulars; STALE_VERSION */
export function saveParticulars(
  db: WriteHandle,
  { document, version, particulars }: MethodParsedInput<'papers.saveParticulars'>,
) {
  const subject = subjectOf(db, document);
  if (subject === null) throw new AppError('NOT_FOUND');
  const before = storedParticulars(db, subject);
  const entityId = writeParticulars(db, subject, particulars, version);
  const { kind, year, quarter, organizationId, part } = subject;
  return {
    value: getParticulars(db, { document }),
    audit: {
      entity: 'paperParticulars',
      entityId,
      detail: {
        kind,
        year,
        quarter,
        organizationId,
        part,
        before: before?.particulars ?? null,
        after: particulars,
      },
    },
  };
}
