import { officialsText, officialEditText as text } from '../../../db/contract/vi/officials.ts';
import { askBeforeClosing } from '../../app/router.ts';
import { DetailPanel } from '../../components/detail-panel.tsx';
import { TransferForm } from './transfer-form.tsx';

interface TransferPanelProps {
  officialIds: readonly number[];
  onClose: () => void;
  onMoved: () => void;
}

/** The people chosen in the list go to another unit, after a look at the counts. */
export function TransferPanel({ officialIds, onClose, onMoved }: TransferPanelProps) {
  return (
    <DetailPanel title={text.transferTitle} onClose={() => askBeforeClosing(onClose)}>
      <TransferForm
        officialIds={officialIds}
        name={officialsText.count(officialIds.length)}
        countFirst
        onClose={onClose}
        onMoved={onMoved}
      />
    </DetailPanel>
  );
}
