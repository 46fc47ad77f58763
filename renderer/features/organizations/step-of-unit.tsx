import type { StepKind } from '../../../db/contract/vi/organizations.ts';
import { ChangeStep } from './change-step.tsx';
import { EndStep } from './end-step.tsx';
import { MergeStep } from './merge-step.tsx';
import { SplitStep } from './split-step.tsx';
import type { StepProps } from './use-step.ts';

const steps = { change: ChangeStep, merge: MergeStep, split: SplitStep, end: EndStep } as const;

/** The guided step of that kind, begun at a unit. */
export function StepOfUnit({ kind, ...props }: StepProps & { kind: StepKind }) {
  const Step = steps[kind];
  return <Step {...props} />;
}
