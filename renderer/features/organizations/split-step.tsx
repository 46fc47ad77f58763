import { useId, useMemo, useState } from 'react';
import { stepsText } from '../../../db/contract/vi/organizations.ts';
import { Button } from '../../components/button.tsx';
import { CheckList } from '../../components/check-list.tsx';
import { FailedState } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import { StepPanel } from './step-panel.tsx';
import styles from './steps.module.css';
import { draftBeside, draftErrors, toNewUnit, type UnitDraft } from './unit-draft.ts';
import { UnitFields, unitFieldPaths } from './unit-fields.tsx';
import { usePeopleOf } from './use-people-of.ts';
import { type StepProps, useStep } from './use-step.ts';

interface Part {
  /** Of the screen alone: a part can be taken away from the middle. */
  key: number;
  draft: UnitDraft;
  chosen: ReadonlySet<number>;
}

const unitOf = (index: number): string => `parts.${index}.unit.`;

/** New units take people of this one; it goes on with the rest, or ends. */
export function SplitStep(props: StepProps) {
  const { unit } = props;
  const people = usePeopleOf(unit.id);
  const newPart = (key: number): Part => ({ key, draft: draftBeside(unit), chosen: new Set() });
  const [parts, setParts] = useState<readonly Part[]>(() => [newPart(0)]);
  const [keepSource, setKeepSource] = useState(true);
  const step = useStep(props, {
    kind: 'split',
    state: { parts: parts.map(({ draft, chosen }) => ({ draft, chosen: [...chosen] })), keepSource },
    restore: (state) => {
      setParts(state.parts.map(({ draft, chosen }, key) => ({ key, draft, chosen: new Set(chosen) })));
      setKeepSource(state.keepSource);
    },
  });
  const { organizations, errors } = step;
  const group = useId();

  const all = useMemo(() => people.data ?? [], [people.data]);
  const placed = parts.reduce((sum, part) => sum + part.chosen.size, 0);
  const rest = all.length - placed;
  const change = (key: number, next: Partial<Part>) =>
    setParts(parts.map((part) => (part.key === key ? { ...part, ...next } : part)));
  const peopleFor = (own: Part) => {
    const elsewhere = new Set(parts.flatMap((part) => (part === own ? [] : [...part.chosen])));
    return all
      .filter((person) => !elsewhere.has(person.id))
      .map((person) => ({ id: person.id, label: person.fullName, note: formatDate(person.birthDate) }));
  };

  return (
    <StepPanel
      {...props}
      step={step}
      act={{
        kind: 'split',
        fields: [
          'onDay',
          'keepSource',
          'parts',
          ...parts.flatMap((_part, index) => [
            `parts.${index}.officialIds`,
            ...unitFieldPaths(unitOf(index)),
          ]),
        ],
        place: `${unitOf(0)}parentId`,
        drafts: parts.map(({ draft }, index) => ({ prefix: unitOf(index), name: draft.name })),
        missing: Object.assign({}, ...parts.map(({ draft }, index) => draftErrors(draft, unitOf(index)))),
        run: (onDay, dryRun) =>
          call('organizations.split', {
            sourceId: unit.id,
            parts: parts.map(({ draft, chosen }) => ({ unit: toNewUnit(draft), officialIds: [...chosen] })),
            keepSource,
            onDay,
            dryRun,
          }),
      }}
    >
      {people.isError && <FailedState error={people.error} onRetry={() => void people.refetch()} />}
      {parts.map((part, index) => (
        <fieldset key={part.key} className={styles.group}>
          <legend>
            <span className={styles.groupHead}>
              {stepsText.part(index + 1)}
              {parts.length > 1 && (
                <Button
                  small
                  variant="quiet"
                  aria-label={stepsText.removePart(index + 1)}
                  onClick={() => {
                    setParts(parts.filter((each) => each !== part));
                    // Paths of the parts after it change.
                    step.edited('');
                  }}
                >
                  {stepsText.removePartShort}
                </Button>
              )}
            </span>
          </legend>
          <UnitFields
            draft={part.draft}
            prefix={unitOf(index)}
            errors={errors}
            organizations={organizations}
            without={keepSource ? new Set() : new Set([unit.id])}
            onChange={(values) => {
              change(part.key, { draft: { ...part.draft, ...values } });
              for (const field of Object.keys(values)) step.edited(`${unitOf(index)}${field}`);
            }}
          />
          <CheckList
            label={stepsText.people(index + 1)}
            error={errors[`parts.${index}.officialIds`] ?? errors.parts}
            searchLabel={stepsText.searchPeople}
            emptyText={stepsText.noPeople}
            items={peopleFor(part)}
            chosen={part.chosen}
            chooseAll
            onChange={(chosen) => {
              change(part.key, { chosen });
              step.edited(`parts.${index}.officialIds`);
              step.edited('keepSource');
            }}
          />
        </fieldset>
      ))}
      <div>
        <Button
          small
          onClick={() => {
            setParts([...parts, newPart(Math.max(...parts.map(({ key }) => key)) + 1)]);
            step.edited('parts.');
          }}
        >
          {stepsText.addPart}
        </Button>
      </div>
      <fieldset
        className={styles.group}
        data-error={errors.keepSource !== undefined}
        tabIndex={-1}
        aria-describedby={errors.keepSource ? `${group}-error` : undefined}
      >
        <legend>{stepsText.rest}</legend>
        {[true, false].map((keep) => (
          <label key={String(keep)} className={styles.choice}>
            <input
              type="radio"
              name={group}
              checked={keepSource === keep}
              onChange={() => {
                setKeepSource(keep);
                step.edited('keepSource');
              }}
            />
            {keep ? stepsText.keepSource(rest) : stepsText.endSource(rest)}
          </label>
        ))}
        {errors.keepSource !== undefined ? (
          <p id={`${group}-error`} className={styles.error} role="alert">
            {errors.keepSource}
          </p>
        ) : (
          !keepSource && <p className={styles.hint}>{stepsText.endSourceHint}</p>
        )}
      </fieldset>
    </StepPanel>
  );
}
