import { type BaseSyntheticEvent, useEffect, useRef } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';

/**
 * The save of a form that stays open. Asked for again while one is under way (a second Ctrl+Enter), it would write the
 * same a second time, or be refused as stale by the first: it waits for its turn, and then saves what was typed since.
 * @param write true when it was saved; after a refusal nothing is sent that the person has not looked at
 */
export function useSaveInTurn<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  write: (values: Values) => Promise<boolean>,
): (event?: BaseSyntheticEvent) => void {
  const { isDirty } = form.formState;
  // Not `isSubmitting` of the form: a reset to what was saved ends that before the save is done.
  const turn = useRef({ isRunning: false, isAsked: false, isGone: false });
  const latest = useRef({ isDirty, write });
  latest.current = { isDirty, write };
  useEffect(() => {
    const own = turn.current;
    own.isGone = false;
    return () => {
      own.isGone = true;
    };
  }, []);

  const save = async (event?: BaseSyntheticEvent): Promise<void> => {
    const own = turn.current;
    let wasSaved = false;
    let isAsked = false;
    own.isRunning = true;
    try {
      await form.handleSubmit(async (values) => {
        wasSaved = await latest.current.write(values);
      })(event);
    } finally {
      isAsked = own.isAsked;
      own.isRunning = false;
      own.isAsked = false;
    }
    if (!isAsked || !wasSaved) return;
    // After the drawing with what this save answered: the next one needs its version.
    setTimeout(() => {
      if (!own.isGone && !own.isRunning && latest.current.isDirty) void save();
    });
  };
  return (event) => {
    event?.preventDefault();
    if (turn.current.isRunning) turn.current.isAsked = true;
    else void save(event);
  };
}
