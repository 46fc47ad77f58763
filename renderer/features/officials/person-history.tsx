import { useQuery } from '@tanstack/react-query';
import type { OfficialPost } from '../../../db/contract/official-edits.ts';
import type { Official } from '../../../db/contract/officials.ts';
import {
  participationStatusNames,
  postKindNames,
  officialEditText as text,
} from '../../../db/contract/vi/officials.ts';
import { dayOf, earliestDay, latestDay } from '../../../db/domain/dates.ts';
import { Button } from '../../components/button.tsx';
import { PanelSection } from '../../components/detail-panel.tsx';
import { FailedState } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import styles from './person-history.module.css';

const useHistory = (id: number) =>
  useQuery({
    queryKey: [...queryKeys.officials, 'history', id],
    queryFn: () => call('officials.history', { id }),
  });

/** 'từ 2020 đến 06/2025'; an open end is said, an unknown start too. */
export function spanOf(validFrom: string | null, validTo: string | null): string {
  const from = validFrom === null ? text.sinceUnknown : text.fromDay(formatDate(validFrom));
  return `${from} ${validTo === null ? text.untilNow : text.toDay(formatDate(validTo))}`;
}

/** Held today: begun for all we know, and its last day not certainly past. */
export const isHeldOn = (post: Pick<OfficialPost, 'validFrom' | 'validTo'>, day: string): boolean =>
  (post.validFrom === null || earliestDay(post.validFrom) <= day) &&
  (post.validTo === null || latestDay(post.validTo) >= day);

interface PostActs {
  mayWrite: boolean;
  onEdit: (post: OfficialPost) => void;
  onEnd: (post: OfficialPost) => void;
}

/** Posts of today, on top of the panel, and those given up. */
export function PersonPosts({ person, ...acts }: PostActs & { person: Official }) {
  const history = useHistory(person.id);
  if (history.isError) return <FailedState error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data) return null;
  const today = dayOf(new Date());
  const current = history.data.posts.filter((post) => isHeldOn(post, today));
  const past = history.data.posts.filter((post) => !isHeldOn(post, today));
  // Titles that came with an import have no dates and may stand without a row of their own.
  const bare = history.data.posts.length === 0 ? [person.partyPost, person.statePost, person.massPost] : [];
  return (
    <>
      <PanelSection title={text.currentPosts}>
        {current.length > 0 ? (
          <PostList posts={current} {...acts} />
        ) : (
          <p className={styles.detail}>{bare.filter(Boolean).join('; ') || text.noPosts}</p>
        )}
      </PanelSection>
      {past.length > 0 && (
        <PanelSection title={text.pastPosts}>
          <PostList posts={past} {...acts} />
        </PanelSection>
      )}
    </>
  );
}

function PostList({ posts, mayWrite, onEdit, onEnd }: PostActs & { posts: readonly OfficialPost[] }) {
  return (
    <ul className={styles.list}>
      {posts.map((post) => (
        <li key={post.id} className={styles.item}>
          <strong>{post.title}</strong>
          <span className={styles.detail}>{detailOf(post)}</span>
          {mayWrite && (
            <span className={styles.acts}>
              <Button small variant="quiet" onClick={() => onEdit(post)}>
                {text.editPost}
              </Button>
              {post.validTo === null && (
                <Button small variant="quiet" onClick={() => onEnd(post)}>
                  {text.endPost}
                </Button>
              )}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function detailOf(post: OfficialPost): string {
  return [
    postKindNames[post.kind],
    spanOf(post.validFrom, post.validTo),
    post.isHead && text.head,
    post.isLeader && text.leader,
    post.isKeyOfficial && text.keyOfficial,
    post.managedBy !== '' && text.managedByShort(post.managedBy),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Where the Party life was and how the person took part in it, the latest first. */
export function PersonHistory({ id }: { id: number }) {
  const { data } = useHistory(id);
  if (!data) return null;
  return (
    <>
      <PanelSection title={text.memberships}>
        <DatedList
          rows={data.memberships.map(({ organizationName, validFrom, validTo }) => ({
            name: organizationName,
            detail: spanOf(validFrom, validTo),
          }))}
          empty={text.noMemberships}
        />
      </PanelSection>
      <PanelSection title={text.participationHistory}>
        <DatedList
          rows={data.participation.map(({ status, reason, validFrom, validTo }) => ({
            name: participationStatusNames[status],
            detail: [spanOf(validFrom, validTo), reason].filter(Boolean).join(' · '),
          }))}
          empty=""
        />
      </PanelSection>
    </>
  );
}

function DatedList({
  rows,
  empty,
}: {
  rows: ReadonlyArray<{ name: string; detail: string }>;
  empty: string;
}) {
  if (rows.length === 0) return <p className={styles.detail}>{empty}</p>;
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <li key={`${row.name} ${row.detail}`} className={styles.item}>
          <span>{row.name}</span>
          <span className={styles.detail}>{row.detail}</span>
        </li>
      ))}
    </ul>
  );
}
