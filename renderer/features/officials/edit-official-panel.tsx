import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { Official } from '../../../db/contract/officials.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { officialEditText as text } from '../../../db/contract/vi/officials.ts';
import { notifyDone } from '../../app/notifier/notices.ts';
import { askBeforeClosing } from '../../app/router.ts';
import { DetailPanel } from '../../components/detail-panel.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { OfficialForm } from './official-form.tsx';
import type { Changes, FormFieldId } from './official-form-values.ts';
import { noteTakenBack, versionAfterUndo } from './versions-taken-back.ts';

interface EditOfficialPanelProps {
  person: Official;
  field?: FormFieldId | undefined;
  onDone: () => void;
}

/** The form of one person in place of the panel's facts; saved or given up, the facts come back. */
export function EditOfficialPanel({ person, field, onDone }: EditOfficialPanelProps) {
  const queryClient = useQueryClient();
  const close = () => askBeforeClosing(onDone);
  return (
    <DetailPanel title={text.editTitle(person.fullName)} subtitle={person.organizationName} onClose={close}>
      <OfficialForm
        person={person}
        field={field}
        onCancel={close}
        onSaved={(saved, before) => {
          takeSaved(queryClient, saved);
          notifyDone(text.changed(saved.fullName), {
            actions:
              before === null
                ? []
                : [{ label: commonText.undo, run: () => restore(queryClient, saved, before) }],
          });
          onDone();
        }}
      />
    </DetailPanel>
  );
}

/** The name and the unit stand in every list. */
export function takeSaved(queryClient: QueryClient, saved: Official): void {
  queryClient.setQueryData(queryKeys.official(saved.id), saved);
  void queryClient.invalidateQueries();
}

async function restore(queryClient: QueryClient, saved: Official, before: Changes['before']): Promise<void> {
  const { id, version } = saved;
  const restored = await call('officials.update', {
    id,
    version: versionAfterUndo(id, version),
    changes: before,
  });
  noteTakenBack(id, version, restored.version);
  takeSaved(queryClient, restored);
  notifyDone(text.restored(restored.fullName));
}
