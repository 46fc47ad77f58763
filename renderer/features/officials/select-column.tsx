import { selectionText } from '../../../db/contract/vi/officials.ts';
import type { Column, TableSelection } from '../../components/virtual-table.tsx';
import styles from './select-column.module.css';

interface SelectColumnOptions<Row> {
  nameOf: (row: Row) => string;
  selection: TableSelection;
  all: boolean;
  onAll: () => void;
  /** The list takes the focus back, so that its keys go on working. */
  onDone: () => void;
}

/** The first column: a box at each row, and one in the head for all rows. */
export function selectColumn<Row>(options: SelectColumnOptions<Row>): Column<Row, never> {
  const { selection, all, onAll, onDone } = options;
  return {
    id: 'select',
    title: selectionText.selectAll,
    width: 36,
    align: 'center',
    frozen: true,
    head: (
      <Box
        label={selectionText.selectAll}
        checked={all}
        some={selection.any && !all}
        onToggle={() => {
          onAll();
          onDone();
        }}
      />
    ),
    render: (row, index) => (
      <Box
        label={selectionText.selectRow(options.nameOf(row))}
        checked={selection.has(index)}
        onToggle={() => {
          selection.toggle(index);
          onDone();
        }}
      />
    ),
  };
}

interface BoxProps {
  label: string;
  checked: boolean;
  some?: boolean;
  onToggle: () => void;
}

function Box({ label, checked, some = false, onToggle }: BoxProps) {
  return (
    <input
      ref={(box) => {
        if (box) box.indeterminate = some;
      }}
      type="checkbox"
      className={styles.box}
      tabIndex={-1}
      aria-label={label}
      checked={checked}
      onChange={onToggle}
      // The click chooses; it does not open the person.
      onClick={(event) => event.stopPropagation()}
    />
  );
}
