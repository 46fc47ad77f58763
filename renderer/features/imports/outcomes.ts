import type { Icon } from '@tabler/icons-react';
import IconBan from '@tabler/icons-react/dist/esm/icons/IconBan.mjs';
import IconEqual from '@tabler/icons-react/dist/esm/icons/IconEqual.mjs';
import IconHelpTriangle from '@tabler/icons-react/dist/esm/icons/IconHelpTriangle.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconRowRemove from '@tabler/icons-react/dist/esm/icons/IconRowRemove.mjs';
import type { ImportPreview, RowOutcome } from '../../../db/contract/imports.ts';

/** All classes in the order of the filters. */
export const outcomes: readonly RowOutcome[] = ['new', 'changed', 'same', 'conflict', 'rejected', 'leftOut'];

export const countOf = ({ counts, leftOut }: ImportPreview, outcome: RowOutcome): number =>
  outcome === 'leftOut' ? leftOut : counts[outcome];

export const outcomeIcons: Readonly<Record<RowOutcome, Icon>> = {
  new: IconPlus,
  changed: IconPencil,
  same: IconEqual,
  conflict: IconHelpTriangle,
  rejected: IconBan,
  leftOut: IconRowRemove,
};
