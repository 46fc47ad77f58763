import type Driver from 'better-sqlite3';

/** More changed people than this are not told one by one: whatever was kept of them is read anew. */
const MOST_NOTED = 1000;

/**
 * Notes whose rows the write handle changes, whichever way it writes them, so that what the read handle keeps in
 * memory is put right for these people instead of being read anew. A place is a number of the notes so far; what an
 * open or a rolled back transaction changed is noted too, which costs a needless look and no wrong answer.
 */
export class ChangedPeople {
  readonly #driver: Driver.Database;
  #noted: number[] = [];
  /** The place of the first note that is kept. */
  #begin = 0;
  #settled = 0;

  constructor(writerDriver: Driver.Database) {
    this.#driver = writerDriver;
    writerDriver.function('note_person', (id: unknown) => {
      if (typeof id === 'number' && this.#noted.length < MOST_NOTED) this.#noted.push(id);
      else this.#forget();
      return null;
    });
    for (const [table, person] of [
      ['officials', 'id'],
      ['memberships', 'official_id'],
      ['posts', 'official_id'],
      // A unit's name and place in the tree concern everybody in it.
      ['organizations', null],
    ] as const) {
      const note = (row: 'NEW' | 'OLD') =>
        `SELECT note_person(${person === null ? 'NULL' : `${row}.${person}`});`;
      writerDriver.exec(`
        CREATE TEMP TRIGGER people_insert_${table} AFTER INSERT ON main.${table} BEGIN ${note('NEW')} END;
        CREATE TEMP TRIGGER people_update_${table} AFTER UPDATE ON main.${table} BEGIN ${note('OLD')} ${note('NEW')} END;
        CREATE TEMP TRIGGER people_delete_${table} AFTER DELETE ON main.${table} BEGIN ${note('OLD')} END;`);
    }
  }

  /** Up to where the notes are of what is committed. */
  get place(): number {
    if (!this.#driver.inTransaction) this.#settled = this.#begin + this.#noted.length;
    return this.#settled;
  }

  /** Changes when another connection than the write handle wrote: of that there are no notes. */
  get others(): unknown {
    return this.#driver.pragma('data_version', { simple: true });
  }

  /** Whose rows were changed since a place; null: more than is known. */
  since(place: number): ReadonlySet<number> | null {
    return place < this.#begin ? null : new Set(this.#noted.slice(place - this.#begin));
  }

  #forget(): void {
    this.#begin += this.#noted.length + 1;
    this.#noted = [];
  }
}
