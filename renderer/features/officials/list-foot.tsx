import { cellText, exportText, listFootText, setPostText } from '../../../db/contract/vi/official-list.ts';
import { officialEditText, selectionText } from '../../../db/contract/vi/officials.ts';
import { Button } from '../../components/button.tsx';

interface ListFootProps {
  total: number | null;
  of: number;
  selected: number;
  unsaved: number;
  mayWrite: boolean;
  onTransfer: () => void;
  onPost: () => void;
  onExport: () => void;
  onClear: () => void;
}

/** How many are shown and chosen, and what can be done with those chosen. */
export function ListFoot(props: ListFootProps) {
  const { total, of, selected, unsaved, mayWrite, onTransfer, onPost, onExport, onClear } = props;
  const counts = (
    <>
      <output>{total === null ? '' : listFootText.count(total, of)}</output>
      {unsaved > 0 && <output>{cellText.notSavedCount(unsaved)}</output>}
    </>
  );
  if (selected === 0)
    return (
      <>
        {counts}
        {total !== 0 && <span>{mayWrite ? listFootText.keys : listFootText.keysRead}</span>}
      </>
    );
  return (
    <>
      {counts}
      <output>{selectionText.selected(selected)}</output>
      {mayWrite && (
        <>
          <Button small onClick={onTransfer}>
            {officialEditText.transfer}
          </Button>
          <Button small onClick={onPost}>
            {setPostText.open}
          </Button>
        </>
      )}
      <Button small onClick={onExport}>
        {exportText.open}
      </Button>
      <Button small variant="quiet" onClick={onClear}>
        {selectionText.clear}
      </Button>
      <span>{selectionText.copyHint}</span>
    </>
  );
}
