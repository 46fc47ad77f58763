import { useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { PostKind } from '../../../db/domain/people.ts';
import { suggestsCommittee } from '../../../db/domain/working-status.ts';

interface PostFields {
  kind: PostKind;
  title: string;
  isCommittee: boolean;
}

/** Ticks "committee member" of a new post as its title says, until the person sets the tick by hand. */
export function useCommitteeSuggestion<Values extends PostFields>(
  form: Pick<UseFormReturn<Values>, 'getValues' | 'setValue'>,
  isNew: boolean,
): { suggest: () => void; keepCommittee: () => void } {
  const byHand = useRef(!isNew);
  // The form holds these fields and others; its own type cannot say so of a type that is still open.
  const fields = form as unknown as UseFormReturn<PostFields>;
  return {
    suggest: () => {
      if (byHand.current) return;
      const { kind, title } = fields.getValues();
      fields.setValue('isCommittee', suggestsCommittee(kind, title), { shouldDirty: true });
    },
    keepCommittee: () => {
      byHand.current = true;
    },
  };
}
