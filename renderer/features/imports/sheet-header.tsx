import type { SheetLook } from '../../../db/contract/sheet-readings.ts';
import { gridRowClassNames } from '../../../db/contract/vi/imports-mapping.ts';
import { classes } from '../../components/classes.ts';
import styles from './sheet-grid.module.css';

interface SheetHeaderProps {
  look: SheetLook;
  heights: readonly number[];
  pinned?: boolean;
}

/** The header's rows with their merged cells and wrapped titles; pinned it stays while the rows scroll. */
export function SheetHeader({ look, heights, pinned = false }: SheetHeaderProps) {
  const covered = coveredCells(look);
  return (
    <div
      className={classes(styles.headerGrid, pinned && styles.pinned)}
      style={{ gridTemplateRows: heights.map((height) => `${height}px`).join(' ') }}
      aria-hidden={pinned || undefined}
    >
      {look.header.map((row, y) => (
        <div key={row.row} className={styles.headerNumber} style={{ gridRow: y + 1, gridColumn: 1 }}>
          <span className={styles.number}>{row.row}</span>
          <span className={styles.word}>{gridRowClassNames.header}</span>
        </div>
      ))}
      {look.header.flatMap((row, y) =>
        look.columns.flatMap(({ letter }, x) => {
          if (covered.has(`${y} ${x}`)) return [];
          const [across, down] = row.spans[letter] ?? [1, 1];
          return [
            <div
              key={`${row.row}-${letter}`}
              className={styles.title}
              style={{
                gridRow: `${y + 1} / span ${Math.min(down, look.header.length - y)}`,
                gridColumn: `${x + 2} / span ${Math.min(across, look.columns.length - x)}`,
              }}
              title={row.cells[letter]}
            >
              {row.cells[letter] ?? ''}
            </div>,
          ];
        }),
      )}
    </div>
  );
}

/** Cells under a merged one, as "row column" counted from the header's first. */
function coveredCells({ header, columns }: SheetLook): Set<string> {
  const covered = new Set<string>();
  for (const [top, { spans }] of header.entries()) {
    for (const [left, { letter }] of columns.entries()) {
      const [across, down] = spans[letter] ?? [1, 1];
      for (let row = top; row < Math.min(top + down, header.length); row += 1)
        for (let column = left; column < Math.min(left + across, columns.length); column += 1)
          if (row !== top || column !== left) covered.add(`${row} ${column}`);
    }
  }
  return covered;
}
