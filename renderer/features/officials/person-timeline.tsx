import { useQuery } from '@tanstack/react-query';
import type { Discipline } from '../../../db/contract/disciplines.ts';
import type { OfficialPost } from '../../../db/contract/official-edits.ts';
import { disciplineText } from '../../../db/contract/vi/discipline.ts';
import { officialEditText as text } from '../../../db/contract/vi/officials.ts';
import { reviewsText } from '../../../db/contract/vi/reviews.ts';
import { timelineText } from '../../../db/contract/vi/timeline.ts';
import { openInPage } from '../../app/open-request.ts';
import { Button } from '../../components/button.tsx';
import { DatedEntry, DatedList } from '../../components/dated-list.tsx';
import { PanelSection } from '../../components/detail-panel.tsx';
import { FailedState } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import styles from './person-timeline.module.css';
import { byYear, type ThreadEntry, wordsOf } from './timeline-words.ts';

export const useTimeline = (id: number) =>
  useQuery({
    queryKey: [...queryKeys.officials, 'timeline', id],
    queryFn: () => call('officials.timeline', { id }),
  });

interface PersonTimelineProps {
  id: number;
  /** The revealed ones; null as long as they are hidden. */
  disciplines: readonly Discipline[] | null;
  mayWrite: boolean;
  onPost: (post: OfficialPost) => void;
  onDiscipline: (discipline: Discipline) => void;
}

/** Everything that happened, as one thread: the latest first, year by year. */
export function PersonTimeline({ id, disciplines, ...acts }: PersonTimelineProps) {
  const timeline = useTimeline(id);
  if (timeline.isError) return <FailedState error={timeline.error} onRetry={() => void timeline.refetch()} />;
  if (!timeline.data) return null;
  const years = byYear(timeline.data.entries, disciplines);
  return (
    <PanelSection title={timelineText.title}>
      {years.length === 0 && <p className={styles.empty}>{timelineText.empty}</p>}
      {years.map(({ year, entries }) => (
        <section key={year ?? 'before'} className={styles.year} aria-label={year ?? timelineText.beforeBook}>
          <h4 className={styles.yearName}>{year ?? timelineText.beforeBook}</h4>
          <DatedList>
            {entries.map((entry) => (
              <Entry key={keyOf(entry)} id={id} entry={entry} {...acts} />
            ))}
          </DatedList>
        </section>
      ))}
    </PanelSection>
  );
}

function Entry({
  id,
  entry,
  mayWrite,
  onPost,
  onDiscipline,
}: { entry: ThreadEntry } & Pick<PersonTimelineProps, 'id' | 'mayWrite' | 'onPost' | 'onDiscipline'>) {
  const { title, detail } = wordsOf(entry);
  return (
    <DatedEntry day={dayOf(entry)} title={title} detail={detail}>
      {mayWrite && entry.kind === 'post' && (
        <Button small variant="quiet" className={styles.act} onClick={() => onPost(entry.post)}>
          {text.editPost}
        </Button>
      )}
      {entry.kind === 'pledge' && (
        <Button
          small
          variant="quiet"
          className={styles.act}
          onClick={() => openInPage({ page: 'pledges', is: 'pledge', officialId: id, year: entry.year })}
        >
          {timelineText.pledgeOpen}
        </Button>
      )}
      {entry.kind === 'remediation' && (
        <Button
          small
          variant="quiet"
          className={styles.act}
          onClick={() => openInPage({ page: 'remediation', is: 'task', id: entry.taskId })}
        >
          {timelineText.remediationOpen}
        </Button>
      )}
      {entry.kind === 'review' && (
        <Button
          small
          variant="quiet"
          className={styles.act}
          onClick={() => openInPage({ page: 'reviews', is: 'review', id: entry.reviewId })}
        >
          {reviewsText.opened}
        </Button>
      )}
      {mayWrite && entry.kind === 'discipline' && (
        <Button small variant="quiet" className={styles.act} onClick={() => onDiscipline(entry.discipline)}>
          {disciplineText.edit}
        </Button>
      )}
    </DatedEntry>
  );
}

/** The year stands above a day and a month; a month alone would read as a day; a rating is of the whole year. */
const dayOf = ({ on }: ThreadEntry): string =>
  on === null || on.length === 4 ? '' : formatDate(on.length === 7 ? on : on.slice(5));

function keyOf(entry: ThreadEntry): string {
  const which =
    entry.kind === 'post'
      ? entry.post.id
      : entry.kind === 'discipline'
        ? entry.discipline.id
        : entry.kind === 'membership'
          ? `${entry.organizationId} ${entry.validTo}`
          : entry.kind === 'rating'
            ? `${entry.of} ${entry.quarter}`
            : entry.kind === 'review'
              ? entry.reviewId
              : entry.kind === 'pledge'
                ? entry.pledgeId
                : entry.kind === 'remediation'
                  ? entry.taskId
                  : '';
  return `${entry.kind} ${entry.on} ${which}`;
}
