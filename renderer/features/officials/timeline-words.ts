import type { Discipline } from '../../../db/contract/disciplines.ts';
import type { OfficialPost } from '../../../db/contract/official-edits.ts';
import type { TimelineEntry } from '../../../db/contract/timeline.ts';
import { reviewPlaceNames, reviewStatusNames } from '../../../db/contract/vi/cycles.ts';
import {
  disciplineBranchNames,
  disciplineFormNames,
  disciplineText,
} from '../../../db/contract/vi/discipline.ts';
import {
  participationStatusNames,
  postKindNames,
  officialEditText as text,
} from '../../../db/contract/vi/officials.ts';
import { pledgeStatusNames } from '../../../db/contract/vi/pledges.ts';
import { ratingStageNames } from '../../../db/contract/vi/ratings.ts';
import { taskStateNames, taskTimingNames } from '../../../db/contract/vi/remediation-rules.ts';
import { timelineText } from '../../../db/contract/vi/timeline.ts';
import { latestDay } from '../../../db/domain/dates.ts';
import { formatDate } from '../../lib/format.ts';
import { levelName } from '../../lib/level-name.ts';

/** What stands in the thread: what the service told, and the disciplines that were revealed. */
export type ThreadEntry = TimelineEntry | { kind: 'discipline'; on: string; discipline: Discipline };

const joined = (parts: ReadonlyArray<string | false | null>): string => parts.filter(Boolean).join(' · ');
const untilOf = (day: string | null): string | null =>
  day === null ? null : timelineText.until(formatDate(day));

/** 'từ 2020 đến 06/2025'; an open end is said, an unknown start too. */
export function spanOf(validFrom: string | null, validTo: string | null): string {
  const from = validFrom === null ? text.sinceUnknown : text.fromDay(formatDate(validFrom));
  return `${from} ${validTo === null ? text.untilNow : text.toDay(formatDate(validTo))}`;
}

/** What a post is beside its title and its days. */
export const postDetail = (post: OfficialPost): string =>
  joined([
    postKindNames[post.kind],
    post.organizationName,
    post.isHead && text.head,
    post.isLeader && text.leader,
    post.isKeyOfficial && text.keyOfficial,
    post.isCommittee && text.committee,
    post.managedBy !== '' && text.managedByShort(post.managedBy),
  ]);

/** One entry as words: what it is, and what more is known. */
export function wordsOf(entry: ThreadEntry): { title: string; detail: string } {
  switch (entry.kind) {
    case 'admitted':
      return { title: timelineText.admitted, detail: '' };
    case 'fullMember':
      return { title: timelineText.fullMember, detail: '' };
    case 'membership':
      return { title: timelineText.membership(entry.organizationName), detail: untilOf(entry.validTo) ?? '' };
    case 'post':
      return {
        title: entry.post.title,
        detail: joined([postDetail(entry.post), untilOf(entry.post.validTo)]),
      };
    case 'participation':
      return {
        title: timelineText.participation(participationStatusNames[entry.status]),
        detail: joined([entry.reason, untilOf(entry.validTo)]),
      };
    case 'rating':
      return {
        title: timelineText.rating(entry.of, entry.quarter, levelName(entry.decidedLevel)),
        detail: ratingDetail(entry),
      };
    case 'pledge':
      return {
        title: timelineText.pledge(entry.year, pledgeStatusNames[entry.status]),
        detail: joined([
          entry.organizationName,
          timelineText.pledgeItems(entry.items),
          entry.itemsDone > 0 && timelineText.pledgeDone(entry.itemsDone),
        ]),
      };
    case 'remediation':
      return {
        title: timelineText.remediation(entry.year, taskStateNames[entry.state]),
        detail: joined([
          entry.timing !== null && taskTimingNames[entry.timing],
          entry.measure,
          timelineText.remediationDue(formatDate(entry.dueOn)),
          !entry.isOwner && timelineText.remediationBy(entry.assigneeName),
        ]),
      };
    case 'review':
      return {
        title: timelineText.review(entry.year, entry.quarter, reviewStatusNames[entry.status]),
        detail: joined([
          reviewPlaceNames[entry.place],
          entry.organizationName,
          entry.prompts > 0 && timelineText.prompts(entry.promptsAnswered, entry.prompts),
          ...entry.shortcomings.map(timelineText.shortcoming),
        ]),
      };
    case 'discipline':
      return {
        title: timelineText.discipline(
          disciplineBranchNames[entry.discipline.branch],
          disciplineFormNames[entry.discipline.form],
        ),
        detail: disciplineDetail(entry.discipline),
      };
  }
}

/** The unit, why there is no level, and the person's own and the cell's level where they are not the decided one. */
function ratingDetail(rating: Extract<TimelineEntry, { kind: 'rating' }>): string {
  const stages = [
    [ratingStageNames.self, rating.selfLevel],
    [ratingStageNames.proposed, rating.proposedLevel],
  ] as const;
  return joined([
    rating.organizationName,
    rating.decidedLevel === null && rating.unratedReason,
    ...stages.map(
      ([name, level]) => level !== null && level !== rating.decidedLevel && `${name}: ${levelName(level)}`,
    ),
  ]);
}

const disciplineDetail = (discipline: Discipline): string =>
  joined([
    discipline.decisionNo !== '' && disciplineText.decision(discipline.decisionNo),
    discipline.decidingBody,
    discipline.postThen,
    discipline.isHeadThen && disciplineText.asHead,
    discipline.organizationThenName,
    discipline.countedYear !== null &&
      disciplineText.counted(discipline.countedYear, discipline.countedReason),
    discipline.note,
  ]);

/** The thread by years, the latest first; null: before the book. */
export function byYear(
  entries: readonly TimelineEntry[],
  disciplines: readonly Discipline[] | null,
): Array<{ year: string | null; entries: ThreadEntry[] }> {
  const revealed: ThreadEntry[] = (disciplines ?? []).map((discipline) => ({
    kind: 'discipline',
    on: discipline.effectiveOn,
    discipline,
  }));
  const all = [...revealed, ...entries].sort((a, b) =>
    keyOf(a) < keyOf(b) ? 1 : keyOf(a) > keyOf(b) ? -1 : 0,
  );
  const years: Array<{ year: string | null; entries: ThreadEntry[] }> = [];
  for (const entry of all) {
    const year = entry.on?.slice(0, 4) ?? null;
    const last = years.at(-1);
    if (last?.year === year) last.entries.push(entry);
    else years.push({ year, entries: [entry] });
  }
  return years;
}

const keyOf = (entry: ThreadEntry): string => (entry.on === null ? '' : latestDay(entry.on));
