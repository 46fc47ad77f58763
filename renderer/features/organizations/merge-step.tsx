import { useId, useMemo, useState } from 'react';
import { organizationsText, stepsText } from '../../../db/contract/vi/organizations.ts';
import { subtreeIds } from '../../../db/domain/organizations.ts';
import { CheckList } from '../../components/check-list.tsx';
import { call } from '../../lib/api.ts';
import type { StepErrors } from './step-errors.ts';
import { StepPanel } from './step-panel.tsx';
import styles from './steps.module.css';
import { draftBeside, draftErrors, toNewUnit, type UnitDraft } from './unit-draft.ts';
import { UnitFields, unitFieldPaths } from './unit-fields.tsx';
import { UnitOfDaySelect } from './unit-of-day-select.tsx';
import { type StepProps, useStep } from './use-step.ts';

const NEW = 'target.unit.';

/** Units go up in another one, or in a new one, from a day on. */
export function MergeStep(props: StepProps) {
  const { unit } = props;
  const [sources, setSources] = useState<ReadonlySet<number>>(new Set([unit.id]));
  const [is, setIs] = useState<'unit' | 'newUnit'>('unit');
  // Both are kept, whichever is chosen now.
  const [targetId, setTargetId] = useState('');
  const [draft, setDraft] = useState<UnitDraft>(() => draftBeside(unit));
  const step = useStep(props, {
    kind: 'merge',
    state: { sources: [...sources], is, targetId, draft },
    restore: (state) => {
      setSources(new Set(state.sources));
      setIs(state.is);
      setTargetId(state.targetId);
      setDraft(state.draft);
    },
  });
  const { organizations, errors } = step;
  const group = useId();

  const items = useMemo(() => {
    const names = new Map(organizations.map((each) => [each.id, each.name]));
    const bearers = new Map<string, number>();
    for (const { name } of organizations) bearers.set(name, (bearers.get(name) ?? 0) + 1);
    return organizations.map(({ id, name, parentId, memberCount }) => {
      // Two of one name are told apart by what they stand under.
      const parent = bearers.get(name) === 1 || parentId === null ? undefined : names.get(parentId);
      return { id, label: name, note: parent ?? organizationsText.members(memberCount) };
    });
  }, [organizations]);
  const below = useMemo(
    () => new Set([...sources].flatMap((id) => [...subtreeIds(organizations, id)])),
    [organizations, sources],
  );

  const targetMissing: StepErrors =
    is === 'newUnit'
      ? draftErrors(draft, NEW)
      : targetId === ''
        ? { 'target.id': stepsText.noTarget }
        : sources.has(Number(targetId))
          ? { 'target.id': stepsText.sourceIsTarget }
          : {};
  return (
    <StepPanel
      {...props}
      step={step}
      act={{
        kind: 'merge',
        fields: ['onDay', 'sourceIds', ...(is === 'unit' ? ['target.id'] : unitFieldPaths(NEW))],
        place: is === 'unit' ? 'target.id' : `${NEW}parentId`,
        drafts: is === 'unit' ? [] : [{ prefix: NEW, name: draft.name }],
        missing: {
          ...(sources.size === 0 ? { sourceIds: stepsText.noSource } : {}),
          ...targetMissing,
        },
        run: (onDay, dryRun) =>
          call('organizations.merge', {
            sourceIds: [...sources],
            target: is === 'unit' ? { is, id: Number(targetId) } : { is, unit: toNewUnit(draft) },
            onDay,
            dryRun,
          }),
      }}
    >
      <CheckList
        label={stepsText.sources}
        hint={stepsText.sourcesHint}
        error={errors.sourceIds}
        searchLabel={stepsText.searchUnits}
        emptyText={stepsText.nothingFound}
        items={items}
        chosen={sources}
        onChange={(next) => {
          setSources(next);
          step.edited('sourceIds');
        }}
      />
      <fieldset className={styles.group}>
        <legend>{stepsText.target}</legend>
        {(['unit', 'newUnit'] as const).map((choice) => (
          <label key={choice} className={styles.choice}>
            <input
              type="radio"
              name={group}
              checked={is === choice}
              onChange={() => {
                setIs(choice);
                step.edited('target');
              }}
            />
            {choice === 'unit' ? stepsText.targetUnit : stepsText.targetNew}
          </label>
        ))}
        {is === 'unit' ? (
          <UnitOfDaySelect
            label={stepsText.targetLabel}
            error={errors['target.id']}
            value={targetId}
            noneText={stepsText.chooseUnit}
            organizations={organizations}
            onChange={(value) => {
              setTargetId(value);
              step.edited('target');
            }}
          />
        ) : (
          <UnitFields
            draft={draft}
            prefix={NEW}
            errors={errors}
            organizations={organizations}
            without={below}
            onChange={(change) => {
              setDraft({ ...draft, ...change });
              for (const field of Object.keys(change)) step.edited(`${NEW}${field}`);
            }}
          />
        )}
      </fieldset>
    </StepPanel>
  );
}
