import { useEffect, useRef } from 'react';
import { guardLeaving, tellUnsaved } from './router.ts';

const nothing = (): void => undefined;

/**
 * As long as `unsaved` is true, leaving the page, closing the window or ending the computer's session asks first.
 * `giveUp` is told when the person drops what is unsaved. What is typed into a `page` itself does not hold up its panel.
 */
export function useUnsavedGuard(
  unsaved: boolean,
  giveUp: () => void = nothing,
  where: 'panel' | 'page' = 'panel',
): void {
  const latest = useRef({ unsaved, giveUp });
  latest.current = { unsaved, giveUp };
  useEffect(() => {
    const release = guardLeaving({
      unsaved: () => latest.current.unsaved,
      giveUp: () => latest.current.giveUp(),
      ofPage: where === 'page',
    });
    return () => {
      release();
      tellUnsaved();
    };
  }, [where]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed is what is told
  useEffect(tellUnsaved, [unsaved]);
}
