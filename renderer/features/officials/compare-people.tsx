import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type Comparison, type MergeField, mergeFields } from '../../../db/contract/duplicates.ts';
import type { Official } from '../../../db/contract/officials.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { duplicatesText as text } from '../../../db/contract/vi/duplicates.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { formatNumber } from '../../../db/contract/vi/numbers.ts';
import { DraftNote } from '../../app/draft-note.tsx';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { askBeforeLeaving } from '../../app/router.ts';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { FailedState, Loading } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { toAppError } from '../../lib/app-error.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import styles from './compare-people.module.css';
import { labelOf, sensitiveMergeFields, shownValue } from './compare-values.ts';
import { useMergeChoices } from './use-merge-choices.ts';

interface ComparePeopleProps {
  firstId: number;
  secondId: number;
  onDone: () => void;
}

export function ComparePeople({ firstId, secondId, onDone }: ComparePeopleProps) {
  const compared = useQuery({
    queryKey: [...queryKeys.officials, 'compare', firstId, secondId],
    queryFn: () => call('duplicates.compare', { firstId, secondId }),
  });
  if (!compared.data)
    return (
      <Page
        title={text.compareTitle('', '')}
        lead={
          <Button small onClick={onDone}>
            <IconArrowLeft size={16} aria-hidden />
            {text.back}
          </Button>
        }
      >
        {compared.isError ? (
          <FailedState error={compared.error} onRetry={() => void compared.refetch()} />
        ) : (
          <Loading />
        )}
      </Page>
    );
  return <Compared compared={compared.data} onDone={onDone} />;
}

/** Field by field side by side; what differs is chosen, and what both have of one kind is decided. */
function Compared({ compared, onDone }: { compared: Comparison; onDone: () => void }) {
  const queryClient = useQueryClient();
  const choices = useMergeChoices(compared);
  const { take, decisions, draft } = choices;
  const [revealed, setRevealed] = useState<{ first: Official; second: Official } | null>(null);
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const { first, second } = revealed ?? compared;
  const differs = new Set(compared.differs);
  const undecided = compared.conflicts.filter(({ key }) => decisions[key] === undefined).length;
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => sheet.current?.focus(), []);
  const leave = () => askBeforeLeaving(onDone);
  const title = text.compareTitle(first.fullName, second.fullName);

  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      const { fieldErrors } = toAppError(error);
      setRefused(
        Object.fromEntries(
          Object.entries(fieldErrors).map(([field, code]) => [field, fieldErrorMessage(code)]),
        ),
      );
      notifyError(error);
      void queryClient.invalidateQueries();
    } finally {
      setBusy(false);
    }
  };
  const undoable = (words: string, undo: () => Promise<unknown>, undone: string) => {
    void queryClient.invalidateQueries();
    draft.drop();
    notifyDone(words, {
      longer: true,
      actions: [
        {
          label: commonText.undo,
          run: async () => {
            await undo();
            await queryClient.invalidateQueries();
            notifyDone(undone);
          },
        },
      ],
    });
    onDone();
  };
  const merge = () =>
    run(async () => {
      const { operationId } = await call('duplicates.merge', {
        kept: { id: compared.first.id, version: compared.first.version },
        removed: { id: compared.second.id, version: compared.second.version },
        take: [...take],
        decisions: compared.conflicts.flatMap(({ key }) => {
          const keep = decisions[key];
          return keep === undefined ? [] : [{ key, keep }];
        }),
      });
      const name = (take.has('fullName') ? second : first).fullName;
      undoable(text.merged(name), () => call('operations.undo', { operationId }), text.unmerged(name));
    });
  const distinct = () =>
    run(async () => {
      const pair = { firstId: compared.first.id, secondId: compared.second.id };
      await call('duplicates.setDistinct', { ...pair, distinct: true });
      undoable(
        text.markedDistinct,
        () => call('duplicates.setDistinct', { ...pair, distinct: false }),
        text.unmarkedDistinct,
      );
    });
  const reveal = () =>
    run(async () =>
      setRevealed({
        first: await call('officials.reveal', { id: first.id }),
        second: await call('officials.reveal', { id: second.id }),
      }),
    );

  return (
    <Page
      title={title}
      lead={
        <Button small onClick={leave}>
          <IconArrowLeft size={16} aria-hidden />
          {text.back}
        </Button>
      }
      foot={
        <>
          <Button variant="primary" disabled={busy || undecided > 0} onClick={() => merge()}>
            {busy ? text.merging : text.merge}
          </Button>
          <Button disabled={busy} onClick={() => distinct()}>
            {text.distinct}
          </Button>
          <output>{undecided > 0 ? text.undecided(undecided) : ''}</output>
        </>
      }
    >
      <section
        ref={sheet}
        className={styles.scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with the keys
        tabIndex={0}
        aria-label={title}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          leave();
        }}
      >
        <DraftNote draft={draft} onDrop={choices.reset} />
        <p className={styles.note}>{text.keepNote}</p>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{text.field}</th>
              <th scope="col">{text.first}</th>
              <th scope="col">{text.second}</th>
            </tr>
          </thead>
          <tbody>
            {mergeFields.map((field) => (
              <FieldRow
                key={field}
                field={field}
                values={[shownValue(field, first), shownValue(field, second)]}
                differs={differs.has(field)}
                hidden={revealed === null && sensitiveMergeFields.has(field)}
                taken={take.has(field)}
                refused={refused[field]}
                onTake={(second) => {
                  setRefused({});
                  choices.takeFromSecond(field, second);
                }}
              />
            ))}
          </tbody>
        </table>
        {revealed === null && (
          <Button small disabled={busy} onClick={() => reveal()}>
            <IconEye size={16} aria-hidden />
            {text.reveal}
          </Button>
        )}
        {compared.conflicts.length > 0 && (
          <>
            <h2 className={styles.heading}>{text.conflicts}</h2>
            {compared.conflicts.map((conflict) => (
              <fieldset key={conflict.key} className={styles.conflict}>
                <legend>{conflict.label}</legend>
                {(['kept', 'removed', 'both'] as const).map(
                  (keep) =>
                    (keep !== 'both' || conflict.mayKeepBoth) && (
                      <label key={keep} className={styles.choice}>
                        <input
                          type="radio"
                          name={conflict.key}
                          checked={decisions[conflict.key] === keep}
                          onChange={() => choices.decide(conflict.key, keep)}
                        />
                        {keep === 'both'
                          ? text.keepBoth
                          : keep === 'kept'
                            ? text.ofFirst(conflict.first)
                            : text.ofSecond(conflict.second)}
                      </label>
                    ),
                )}
              </fieldset>
            ))}
          </>
        )}
        <h2 className={styles.heading}>{text.rows}</h2>
        <table className={styles.table}>
          <tbody>
            {compared.rows.map((row) => (
              <tr key={row.label}>
                <th scope="row">{row.label}</th>
                <td>{formatNumber(row.first)}</td>
                <td>{formatNumber(row.second)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Page>
  );
}

interface FieldRowProps {
  field: MergeField;
  values: readonly [string, string];
  differs: boolean;
  /** Masked: that the two differ is known, not how. */
  hidden: boolean;
  taken: boolean;
  refused: string | undefined;
  onTake: (second: boolean) => void;
}

function FieldRow({ field, values, differs, hidden, taken, refused, onTake }: FieldRowProps) {
  const label = labelOf(field);
  return (
    <tr className={differs ? styles.differs : undefined}>
      <th scope="row">
        {label}
        {differs && <span className={styles.mark}>{hidden ? text.differsHidden : text.differs}</span>}
        {refused !== undefined && (
          <span className={styles.refused} role="alert">
            {refused}
          </span>
        )}
      </th>
      {([0, 1] as const).map((side) => (
        <td key={side}>
          {differs ? (
            <label className={styles.choice}>
              <input
                type="radio"
                name={field}
                aria-label={`${label}: ${values[side] || commonText.none}`}
                checked={taken === (side === 1)}
                onChange={() => onTake(side === 1)}
              />
              {values[side] || <span className={styles.none}>{commonText.none}</span>}
            </label>
          ) : (
            <span className={styles.same}>{values[side]}</span>
          )}
        </td>
      ))}
    </tr>
  );
}
