interface Fitted {
  width: number;
  /** The higher, the sooner the column goes where there is no room; without it the column stays. */
  spare?: number;
}

/** The columns that fit into the room in their order: what can be spared goes, the rest scrolls if it must. */
export function fittingColumns<C extends Fitted>(columns: readonly C[], room: number): readonly C[] {
  const gone = new Set<C>();
  let width = columns.reduce((sum, column) => sum + column.width, 0);
  const spared = columns
    .filter(({ spare }) => spare !== undefined)
    .sort((a, b) => (b.spare ?? 0) - (a.spare ?? 0));
  for (const column of spared) {
    if (width <= room) break;
    gone.add(column);
    width -= column.width;
  }
  return gone.size === 0 ? columns : columns.filter((column) => !gone.has(column));
}
