interface Chosen<Row> {
  row: Row;
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

/** The rows in the order of the list. */
export const inListOrder = <Row>(selected: SelectedRows<Row>): Row[] =>
  [...selected.rows.values()].sort((a, b) => a.index - b.index).map(({ row }) => row);
