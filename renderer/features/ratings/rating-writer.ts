import type { Period } from '../../../db/contract/cycles.ts';
import { applyChange, type RatingChange } from './grid-columns.ts';
import type { GridRow } from './grid-row.ts';
import type { SetAnswer, SetInput } from './rating-tables.ts';

type SetRating = (input: SetInput) => Promise<SetAnswer>;

interface Person {
  /** As the service has it. */
  confirmed: GridRow;
  /** Changes under way, the oldest first. */
  pending: RatingChange[];
  last: Promise<unknown>;
}

export interface RatingWriterOptions {
  set: SetRating;
  /** The row to show: what the service has, with what is under way on top. */
  show: (row: GridRow) => void;
  /** How many changes are under way. */
  onPending?: (count: number) => void;
}

/**
 * Writes changes of a year's grid: shown at once, sent one after the other for each person, since every write needs
 * the version that the one before gave. A refused change leaves what the service has.
 */
export function createRatingWriter({ set, show, onPending }: RatingWriterOptions) {
  const people = new Map<number, Person>();
  let underWay = 0;
  const count = (by: number) => {
    underWay += by;
    onPending?.(underWay);
  };
  const showPerson = ({ confirmed, pending }: Person) => show(pending.reduce(applyChange, confirmed));

  const send = async (period: Period, person: Person, change: RatingChange) => {
    try {
      const { key, version } = person.confirmed;
      const done = await set({ ...period, key, version, change });
      person.confirmed = done.row;
      return done;
    } finally {
      person.pending.splice(person.pending.indexOf(change), 1);
      showPerson(person);
      if (person.pending.length === 0) people.delete(person.confirmed.key);
      count(-1);
    }
  };

  return {
    /**
     * @param row as the service has it, when nothing of this person is under way
     * @throws AppError what the service says; the row is then shown as it was
     */
    write(period: Period, row: GridRow, change: RatingChange): Promise<SetAnswer> {
      const person = people.get(row.key) ?? { confirmed: row, pending: [], last: Promise.resolve() };
      people.set(row.key, person);
      person.pending.push(change);
      count(1);
      showPerson(person);
      const done = person.last.then(() => send(period, person, change));
      // A refused change does not stop the ones after it: each says for itself what became of it.
      person.last = done.catch(() => {});
      return done;
    },
    underWay: (): number => underWay,
    /** When nothing is under way any more. */
    async settled(): Promise<void> {
      while (people.size > 0) await Promise.all([...people.values()].map((person) => person.last));
    },
  };
}
