import { useQueryClient } from '@tanstack/react-query';
import { officialEditText as text } from '../../../db/contract/vi/officials.ts';
import { notifyDone } from '../../app/notifier/notices.ts';
import { askBeforeLeaving } from '../../app/router.ts';
import { DetailPanel } from '../../components/detail-panel.tsx';
import { OfficialForm } from './official-form.tsx';

interface AddOfficialPanelProps {
  /** The unit that the list shows, which is the first choice. */
  organizationId: number | null;
  onClose: () => void;
  onAdded: (id: number) => void;
}

export function AddOfficialPanel({ organizationId, onClose, onAdded }: AddOfficialPanelProps) {
  const queryClient = useQueryClient();
  const close = () => askBeforeLeaving(onClose);
  return (
    <DetailPanel title={text.addTitle} onClose={close}>
      <OfficialForm
        person={null}
        organizationId={organizationId}
        onCancel={close}
        onSaved={(saved) => {
          notifyDone(text.added(saved.fullName));
          onAdded(saved.id);
          void queryClient.invalidateQueries();
        }}
      />
    </DetailPanel>
  );
}
