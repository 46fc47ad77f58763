import { useMemo, useState } from 'react';
import { stepsText } from '../../../db/contract/vi/organizations.ts';
import { subtreeIds } from '../../../db/domain/organizations.ts';
import { call } from '../../lib/api.ts';
import { StepPanel } from './step-panel.tsx';
import { parentOf } from './unit-draft.ts';
import { UnitOfDaySelect } from './unit-of-day-select.tsx';
import { type StepProps, useStep } from './use-step.ts';

/** A unit ends; its people and the units under it go to another one. */
export function EndStep(props: StepProps) {
  const { unit } = props;
  const [moveTo, setMoveTo] = useState('');
  const step = useStep(props, {
    kind: 'end',
    state: { moveTo },
    restore: (state) => setMoveTo(state.moveTo),
  });
  const { organizations } = step;
  const below = useMemo(() => subtreeIds(organizations, unit.id), [organizations, unit.id]);
  return (
    <StepPanel
      {...props}
      step={step}
      act={{
        kind: 'end',
        fields: ['onDay', 'moveToId'],
        place: 'moveToId',
        drafts: [],
        missing: {},
        run: (onDay, dryRun) =>
          call('organizations.end', { id: unit.id, moveToId: parentOf(moveTo), onDay, dryRun }),
      }}
    >
      <UnitOfDaySelect
        label={stepsText.moveTo}
        error={step.errors.moveToId}
        value={moveTo}
        noneText={stepsText.moveToNone}
        organizations={organizations}
        without={below}
        onChange={(value) => {
          setMoveTo(value);
          step.edited('moveToId');
        }}
      />
    </StepPanel>
  );
}
