import { useEffect, useRef } from 'react';
import { guardLeaving } from './router.ts';

/** As long as `unsaved` is true, leaving the page or closing the window asks first. */
export function useUnsavedGuard(unsaved: boolean): void {
  const latest = useRef(unsaved);
  latest.current = unsaved;
  useEffect(() => guardLeaving(() => latest.current), []);
}
