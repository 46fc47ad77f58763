import IconColumns from '@tabler/icons-react/dist/esm/icons/IconColumns.mjs';
import IconListCheck from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs';
import IconPrinter from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import { columnsText, exportText } from '../../../db/contract/vi/official-list.ts';
import { officialEditText } from '../../../db/contract/vi/officials.ts';
import { qualityText } from '../../../db/contract/vi/quality.ts';
import { Button } from '../../components/button.tsx';
import { FilterPopover } from './filter-popover.tsx';

interface ListHeadProps {
  hasUnit: boolean;
  columnsOpen: boolean;
  onColumns: () => void;
  onExport: () => void;
  onCheck: () => void;
  /** null for who only reads. */
  onAdd: (() => void) | null;
}

/** The acts on the whole list. */
export function ListHead({ hasUnit, columnsOpen, onColumns, onExport, onCheck, onAdd }: ListHeadProps) {
  return (
    <>
      <FilterPopover hasUnit={hasUnit} />
      <Button small aria-pressed={columnsOpen} onClick={onColumns}>
        <IconColumns size={16} aria-hidden />
        {columnsText.open}
      </Button>
      <Button small onClick={onExport}>
        <IconPrinter size={16} aria-hidden />
        {exportText.open}
      </Button>
      <Button small onClick={onCheck}>
        <IconListCheck size={16} aria-hidden />
        {qualityText.open}
      </Button>
      {onAdd !== null && (
        <Button small onClick={onAdd}>
          <IconUserPlus size={16} aria-hidden />
          {officialEditText.add}
        </Button>
      )}
    </>
  );
}
