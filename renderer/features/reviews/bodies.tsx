import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import type { Review, StandingStage } from '../../../db/contract/reviews.ts';
import { formatHundredths } from '../../../db/contract/vi/numbers.ts';
import { ratingStageNames } from '../../../db/contract/vi/ratings.ts';
import { reviewsText as text } from '../../../db/contract/vi/reviews.ts';
import { ratingStages } from '../../../db/domain/ratings.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { formatDate } from '../../lib/format.ts';
import { levelName } from '../../lib/level-name.ts';
import { useMayWrite } from '../officials/use-may-write.ts';
import styles from './editor.module.css';
import { useEditorActs } from './editor-acts.ts';

/** What each body says, side by side: three separate values, and the opinions. */
export function Bodies({ review }: { review: Review }) {
  const acts = useEditorActs();
  const mayWrite = useMayWrite();
  return (
    <>
      <div className={styles.cards}>
        {ratingStages.map((stage) => (
          <StageCard key={stage} title={ratingStageNames[stage]} value={review[stage]} />
        ))}
      </div>
      <h3>{text.opinions}</h3>
      {review.opinions.length === 0 && <p className={styles.meta}>{text.noOpinions}</p>}
      <div className={styles.cards}>
        {review.opinions.map((opinion) => (
          <article key={opinion.id} className={styles.card}>
            <div className={styles.promptHead}>
              <h3>{opinion.body}</h3>
              {mayWrite && (
                <IconButton
                  small
                  label={`${text.editOpinion}: ${opinion.body}`}
                  onClick={() => acts.editOpinion(opinion)}
                >
                  <IconPencil size={16} aria-hidden />
                </IconButton>
              )}
            </div>
            {opinion.level !== null && <p>{levelName(opinion.level)}</p>}
            <p>{opinion.text}</p>
            <p className={styles.meta}>{formatDate(opinion.onDay)}</p>
          </article>
        ))}
      </div>
      {mayWrite && (
        <Button small className={styles.add} onClick={() => acts.editOpinion(null)}>
          <IconPlus size={16} aria-hidden />
          {text.addOpinion}
        </Button>
      )}
    </>
  );
}

function StageCard({ title, value }: { title: string; value: StandingStage }) {
  const facts = [
    [text.stageDay, formatDate(value?.onDay ?? null)],
    [text.stageBody, value?.body ?? ''],
    [text.stageReason, [value?.reason, value?.overrideReason].filter(Boolean).join('; ')],
  ] as const;
  return (
    <article className={styles.card} aria-label={title}>
      <h3>{title}</h3>
      <p>
        {value?.level ? levelName(value.level) : text.notGiven}
        {value?.score != null && ` (${text.score(formatHundredths(value.score))})`}
      </p>
      {facts.map(
        ([label, shown]) =>
          shown !== '' && (
            <p key={label} className={styles.meta}>
              {label}: {shown}
            </p>
          ),
      )}
    </article>
  );
}
