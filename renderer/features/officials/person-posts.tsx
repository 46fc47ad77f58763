import type { OfficialPost } from '../../../db/contract/official-edits.ts';
import type { Official } from '../../../db/contract/officials.ts';
import { officialEditText as text } from '../../../db/contract/vi/officials.ts';
import { dayOf, earliestDay, latestDay } from '../../../db/domain/dates.ts';
import { Button } from '../../components/button.tsx';
import { PanelSection } from '../../components/detail-panel.tsx';
import styles from './person-posts.module.css';
import { useTimeline } from './person-timeline.tsx';
import { postDetail, spanOf } from './timeline-words.ts';

/** Held today: begun for all we know, and its last day not certainly past. */
const isHeldOn = (post: Pick<OfficialPost, 'validFrom' | 'validTo'>, day: string): boolean =>
  (post.validFrom === null || earliestDay(post.validFrom) <= day) &&
  (post.validTo === null || latestDay(post.validTo) >= day);

interface PersonPostsProps {
  person: Official;
  mayWrite: boolean;
  onEdit: (post: OfficialPost) => void;
  onEnd: (post: OfficialPost) => void;
}

/** Posts of today, on top of the panel; those given up stand in the thread. */
export function PersonPosts({ person, mayWrite, onEdit, onEnd }: PersonPostsProps) {
  // A failure is told where the thread would stand.
  const { data } = useTimeline(person.id);
  if (!data) return null;
  const today = dayOf(new Date());
  const posts = data.entries.flatMap((entry) => (entry.kind === 'post' ? [entry.post] : []));
  const current = posts.filter((post) => isHeldOn(post, today));
  return (
    <PanelSection title={text.currentPosts}>
      {current.length === 0 && <p className={styles.detail}>{text.noPosts}</p>}
      <ul className={styles.list}>
        {current.map((post) => (
          <li key={post.id} className={styles.item}>
            <strong>{post.title}</strong>
            <span className={styles.detail}>
              {[postDetail(post), spanOf(post.validFrom, post.validTo)].join(' · ')}
            </span>
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
    </PanelSection>
  );
}
