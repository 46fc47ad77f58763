import { useMemo, useState } from 'react';
import type { StepStates } from '../../../db/contract/step-drafts.ts';
import { stepsText } from '../../../db/contract/vi/organizations.ts';
import { subtreeIds } from '../../../db/domain/organizations.ts';
import { call } from '../../lib/api.ts';
import { StepPanel } from './step-panel.tsx';
import { draftErrors, draftOf, toNewUnit } from './unit-draft.ts';
import { UnitFields, unitFieldPaths } from './unit-fields.tsx';
import { type StepProps, useStep } from './use-step.ts';

/** Renames a unit, puts it under another one or gives it other printed lines, from a day on. */
export function ChangeStep(props: StepProps) {
  const { unit } = props;
  // Only what was edited is kept: the rest is as the unit is on the day chosen, which can change.
  const [edits, setEdits] = useState<StepStates['change']['edits']>({});
  const step = useStep(props, {
    kind: 'change',
    state: { edits },
    restore: (state) => setEdits(state.edits),
  });
  const { organizations } = step;
  const then = organizations.find((each) => each.id === unit.id) ?? unit;
  const draft = { ...draftOf(then), ...edits };
  const before = JSON.stringify(toNewUnit(draftOf(then)));
  const same = JSON.stringify(toNewUnit(draft)) === before;
  const below = useMemo(() => subtreeIds(organizations, unit.id), [organizations, unit.id]);
  return (
    <StepPanel
      {...props}
      step={step}
      act={{
        kind: 'change',
        fields: ['onDay', ...unitFieldPaths('')],
        place: 'parentId',
        drafts: [{ prefix: '', name: draft.name }],
        missing: same ? { name: stepsText.nothingChanged } : draftErrors(draft, ''),
        run: (onDay, dryRun) =>
          call('organizations.change', {
            id: unit.id,
            version: then.version,
            ...toNewUnit(draft),
            onDay,
            dryRun,
          }),
      }}
    >
      <UnitFields
        draft={draft}
        prefix=""
        errors={step.errors}
        organizations={organizations}
        without={below}
        onChange={(change) => {
          setEdits({ ...edits, ...change });
          for (const field of Object.keys(change)) step.edited(field);
        }}
      />
    </StepPanel>
  );
}
