import type { Dispatch, SetStateAction } from 'react';
import type { OfficialColumnId } from '../../../db/contract/official-list.ts';
import { isFocusTaken } from '../../lib/focus-taken.ts';
import { AddOfficialPanel } from './add-official-panel.tsx';
import type { AskedPerson } from './asked-panel.ts';
import { ColumnsPanel } from './columns-panel.tsx';
import { PersonPanel } from './person-panel.tsx';
import { SetPostPanel } from './set-post-panel.tsx';
import { TransferPanel } from './transfer-panel.tsx';
import type { Columns } from './use-columns.ts';

/** What stands at the right of the list. */
export type Panel =
  | AskedPerson
  | { is: 'add' }
  | { is: 'columns' }
  | { is: 'move'; ids: readonly number[] }
  | { is: 'post'; ids: readonly number[] };

interface ListPanelProps {
  panel: Panel;
  organizationId: number | null;
  columns: Columns;
  widthOf: (id: OfficialColumnId) => number;
  onPanel: Dispatch<SetStateAction<Panel | null>>;
  onClose: () => void;
  focusTable: () => void;
  clearSelection: () => void;
}

export function ListPanel(props: ListPanelProps) {
  const { panel, organizationId, columns, widthOf, onPanel, onClose, focusTable, clearSelection } = props;
  switch (panel.is) {
    case 'person':
      return <PersonPanel key={panel.serial} id={panel.id} firstAct={panel.act} onClose={onClose} />;
    case 'add':
      return (
        <AddOfficialPanel
          organizationId={organizationId}
          onClose={onClose}
          onAdded={(id) => {
            onPanel({ is: 'person', id });
            if (!isFocusTaken()) focusTable();
          }}
          onRemoved={(id) => onPanel((now) => (now?.is === 'person' && now.id === id ? null : now))}
        />
      );
    case 'columns':
      return <ColumnsPanel columns={columns} widthOf={widthOf} onClose={onClose} />;
    case 'move':
      return <TransferPanel officialIds={panel.ids} onClose={onClose} onMoved={clearSelection} />;
    case 'post':
      return <SetPostPanel officialIds={panel.ids} onClose={onClose} />;
  }
}
