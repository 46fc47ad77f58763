import { useQueryClient } from '@tanstack/react-query';
import type { Organization } from '../../../db/contract/organizations.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { addedText } from '../../../db/contract/vi/official-list.ts';
import { organizationsText } from '../../../db/contract/vi/organizations.ts';
import { notifyDone } from '../../app/notifier/notices.ts';
import { DetailPanel } from '../../components/detail-panel.tsx';
import { call } from '../../lib/api.ts';
import { OrganizationForm } from './organization-form.tsx';

interface AddOrganizationPanelProps {
  parentId: number | null;
  organizations: readonly Organization[];
  onClose: () => void;
  onAdded: (id: number) => void;
}

export function AddOrganizationPanel({
  parentId,
  organizations,
  onClose,
  onAdded,
}: AddOrganizationPanelProps) {
  const queryClient = useQueryClient();
  const parent = organizations.find((each) => each.id === parentId);
  return (
    <DetailPanel title={organizationsText.addTitle} subtitle={parent?.name} onClose={onClose}>
      <OrganizationForm
        values={{
          name: '',
          kind: parent === undefined ? 'partyBody' : 'partyCell',
          unitType: null,
          parentId,
          code: '',
        }}
        organizations={organizations}
        autoFocus
        onSave={async (values) => {
          const added = await call('organizations.create', values);
          await queryClient.invalidateQueries();
          const undo = async () => {
            await call('organizations.removeAdded', { id: added.id, version: added.version });
            await queryClient.invalidateQueries();
            notifyDone(addedText.undone(added.name));
          };
          notifyDone(organizationsText.created(added.name), {
            actions: [{ label: commonText.undo, run: undo }],
          });
          onAdded(added.id);
        }}
      />
    </DetailPanel>
  );
}
