import { type ComponentType, createElement, lazy, useState } from 'react';

export interface Preloadable<Props extends object> {
  Component: ComponentType<Props>;
  preload: () => Promise<void>;
}

/**
 * A component in a chunk of its own. Once it was fetched ahead it is drawn at once: `lazy` alone shows the
 * waiting state first, and React holds that for 300 ms even when the chunk is there.
 */
export function preloadable<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): Preloadable<Props> {
  let loaded: ComponentType<Props> | null = null;
  const fetch = async () => {
    const module = await load();
    loaded = module.default;
    return module;
  };
  // A lazy component takes the same props; its type only adds what React keeps inside.
  const Waiting = lazy(fetch) as ComponentType<Props>;
  return {
    // Chosen once for each mount: another type later would throw the state of the component away.
    Component: (props) => {
      const [Chosen] = useState<ComponentType<Props>>(() => loaded ?? Waiting);
      return createElement(Chosen, props);
    },
    preload: async () => {
      if (loaded === null) await fetch();
    },
  };
}
