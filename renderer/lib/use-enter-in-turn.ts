import { useEffect, useState } from 'react';

interface EnterInTurn {
  /** Enter was pressed. */
  enter: () => void;
  /** Something else is typed: the Enter before belonged to other words. */
  forget: () => void;
}

/** Enter in a search whose answer is on its way: what comes is taken then; what is shown belongs to other words. */
export function useEnterInTurn(isOnItsWay: boolean, take: () => void): EnterInTurn {
  const [isEntered, setIsEntered] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer that was waited for is taken once
  useEffect(() => {
    if (!isEntered || isOnItsWay) return;
    setIsEntered(false);
    take();
  }, [isEntered, isOnItsWay]);
  return {
    enter: () => {
      if (isOnItsWay) setIsEntered(true);
      else take();
    },
    forget: () => setIsEntered(false),
  };
}
