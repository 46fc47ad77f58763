import { useQueryClient } from '@tanstack/react-query';
import { commonText } from '../../../db/contract/vi/common.ts';
import { addedText } from '../../../db/contract/vi/official-list.ts';
import { officialEditText as text } from '../../../db/contract/vi/officials.ts';
import { notifyDone } from '../../app/notifier/notices.ts';
import { askBeforeClosing } from '../../app/router.ts';
import { DetailPanel } from '../../components/detail-panel.tsx';
import { call } from '../../lib/api.ts';
import { OfficialForm } from './official-form.tsx';
import { versionAfterUndo } from './versions-taken-back.ts';

interface AddOfficialPanelProps {
  /** The unit that the list shows, which is the first choice. */
  organizationId: number | null;
  onClose: () => void;
  onAdded: (id: number) => void;
  /** The adding was taken back. */
  onRemoved: (id: number) => void;
}

export function AddOfficialPanel({ organizationId, onClose, onAdded, onRemoved }: AddOfficialPanelProps) {
  const queryClient = useQueryClient();
  const close = () => askBeforeClosing(onClose);
  return (
    <DetailPanel title={text.addTitle} onClose={close}>
      <OfficialForm
        person={null}
        organizationId={organizationId}
        onCancel={close}
        onSaved={(saved) => {
          const undo = async () => {
            const { id, version } = saved;
            await call('officials.removeAdded', { id, version: versionAfterUndo(id, version) });
            onRemoved(saved.id);
            await queryClient.invalidateQueries();
            notifyDone(addedText.undone(saved.fullName));
          };
          notifyDone(text.added(saved.fullName), { actions: [{ label: commonText.undo, run: undo }] });
          onAdded(saved.id);
          void queryClient.invalidateQueries();
        }}
      />
    </DetailPanel>
  );
}
