/**
 * One step of a longer work whose result is kept as long as it is asked for from the same things, so that a change
 * of one of them makes anew only what follows from it.
 */
export class KeptStep<T> {
  #last: { from: readonly unknown[]; value: T } | null = null;

  /** @param from what the result is made from: values are compared, objects by identity */
  get(from: readonly unknown[], make: () => T): T {
    const last = this.#last;
    if (last?.from.length === from.length && last.from.every((each, index) => Object.is(each, from[index])))
      return last.value;
    const value = make();
    this.#last = { from, value };
    return value;
  }
}
