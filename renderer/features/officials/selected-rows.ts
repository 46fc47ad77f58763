interface Chosen<Row> {
  /** Not here yet of a row that was chosen with all others by its id. */
  row: Row | undefined;
  /** Its place in the list when it was chosen: the order in which it is copied. */
  index: number;
}
export type ChosenRows<Row> = ReadonlyMap<number, Chosen<Row>>;

/** What is chosen in a list, by id. A range begins at `anchor` and is laid over `base`. */
export interface SelectedRows<Row> {
  rows: ChosenRows<Row>;
  base: ChosenRows<Row>;
  anchor: number | null;
}

export const nothingSelected: SelectedRows<never> = { rows: new Map(), base: new Map(), anchor: null };

/** From the anchor (or where the cursor stood) to the target, together with what was chosen before. */
export function extended<Row>(
  before: SelectedRows<Row>,
  from: number,
  range: ChosenRows<Row>,
): SelectedRows<Row> {
  return { rows: new Map([...before.base, ...range]), base: before.base, anchor: before.anchor ?? from };
}

export function toggled<Row extends { id: number }>(
  before: SelectedRows<Row>,
  index: number,
  row: Row,
): SelectedRows<Row> {
  const rows = new Map(before.rows);
  if (!rows.delete(row.id)) rows.set(row.id, { row, index });
  return { rows, base: rows, anchor: index };
}

/** A plain move of the cursor: what is chosen stays, the next range begins elsewhere. */
export const rangeEnded = <Row>(before: SelectedRows<Row>): SelectedRows<Row> => ({
  ...before,
  base: before.rows,
  anchor: null,
});

const inOrder = <Row>({ rows }: SelectedRows<Row>) => [...rows].sort(([, a], [, b]) => a.index - b.index);

/** The rows in the order of the list; those that are not here yet are left out. */
export const inListOrder = <Row>(selected: SelectedRows<Row>): Row[] =>
  inOrder(selected).flatMap(([, { row }]) => (row === undefined ? [] : [row]));

/** The ids of all rows in the order of the list. */
export const idsInListOrder = <Row>(selected: SelectedRows<Row>): number[] =>
  inOrder(selected).map(([id]) => id);

/** Every row of the list, of which only the ids are known. */
export const chosenById = <Row>(ids: readonly number[]): ChosenRows<Row> =>
  new Map(ids.map((id, index) => [id, { row: undefined, index }]));

/** The same choice with these rows in it; one that was taken out meanwhile stays out. */
export function withRows<Row extends { id: number }>(
  before: SelectedRows<Row>,
  found: readonly Row[],
): SelectedRows<Row> {
  const put = (chosen: ChosenRows<Row>): ChosenRows<Row> => {
    const rows = new Map(chosen);
    for (const row of found) {
      const known = rows.get(row.id);
      if (known) rows.set(row.id, { row, index: known.index });
    }
    return rows;
  };
  return { ...before, rows: put(before.rows), base: put(before.base) };
}

export const someMissing = <Row>({ rows }: SelectedRows<Row>): boolean =>
  [...rows.values()].some(({ row }) => row === undefined);
