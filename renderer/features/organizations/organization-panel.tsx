import IconChecklist from '@tabler/icons-react/dist/esm/icons/IconChecklist.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { useQueryClient } from '@tanstack/react-query';
import type { Organization } from '../../../db/contract/organizations.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { formatNumber } from '../../../db/contract/vi/numbers.ts';
import {
  organizationFieldLabels,
  organizationKindNames,
  organizationsText,
  type StepKind,
  stepActs,
  stepsText,
  unitTypeNames,
  unknownUnitType,
} from '../../../db/contract/vi/organizations.ts';
import { isPartyOrganization } from '../../../db/domain/collectives.ts';
import { notifyDone } from '../../app/notifier/notices.ts';
import { goTo } from '../../app/router.ts';
import { setOrganization } from '../../app/scope.ts';
import { Button } from '../../components/button.tsx';
import { DetailPanel, Facts, PanelSection } from '../../components/detail-panel.tsx';
import { call } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import { OrganizationForm, type OrganizationValues } from './organization-form.tsx';
import styles from './steps.module.css';
import { UnitDisciplines } from './unit-disciplines.tsx';

interface OrganizationPanelProps {
  organization: Organization;
  organizations: readonly Organization[];
  /** The step that was put aside. */
  focusStep: StepKind | undefined;
  onClose: () => void;
  onAddUnder: () => void;
  onStep: (kind: StepKind) => void;
  /** The tree is of today: the correction form changes the unit as it is today, and nothing else. */
  isToday: boolean;
}

const stepKinds = ['change', 'merge', 'split', 'end'] as const satisfies StepKind[];

/** One unit: its counts, the ways to its people, the guided steps, and the form to correct what was typed wrong. */
export function OrganizationPanel(props: OrganizationPanelProps) {
  const { organization, organizations, focusStep, onClose, onAddUnder, onStep, isToday } = props;
  const queryClient = useQueryClient();
  const { id, name, kind, unitType, parentId, code, validFrom, validTo } = organization;
  const values: OrganizationValues = { name, kind, unitType, parentId, code };

  const save = async (next: OrganizationValues) => {
    const saved = await call('organizations.update', { id, version: organization.version, ...next });
    // The unit's name stands in every list.
    await queryClient.invalidateQueries();
    notifyDone(organizationsText.updated(saved.name), {
      actions: [
        {
          label: commonText.undo,
          run: async () => {
            await call('organizations.update', { id, version: saved.version, ...values });
            await queryClient.invalidateQueries();
            notifyDone(organizationsText.undone(values.name));
          },
        },
      ],
    });
  };
  const show = (page: 'officials' | 'ratings') => {
    setOrganization(id);
    goTo(page);
  };

  const dates = [
    ...(validFrom === null
      ? []
      : [{ label: organizationFieldLabels.validFrom, value: formatDate(validFrom) }]),
    ...(validTo === null ? [] : [{ label: organizationFieldLabels.validTo, value: formatDate(validTo) }]),
  ];
  return (
    <DetailPanel
      title={name}
      subtitle={organizationKindNames[kind]}
      onClose={onClose}
      actions={
        <>
          <Button small onClick={() => show('officials')}>
            <IconUsers size={16} aria-hidden />
            {organizationsText.showMembers}
          </Button>
          <Button small onClick={() => show('ratings')}>
            <IconChecklist size={16} aria-hidden />
            {organizationsText.showRatings}
          </Button>
          {isToday && (
            <Button small onClick={onAddUnder}>
              <IconPlus size={16} aria-hidden />
              {organizationsText.addUnder}
            </Button>
          )}
        </>
      }
    >
      <Facts
        facts={[
          { label: organizationFieldLabels.memberCount, value: formatNumber(organization.memberCount) },
          {
            label: organizationFieldLabels.totalMemberCount,
            value: formatNumber(organization.totalMemberCount),
          },
          {
            label: organizationFieldLabels.unitType,
            value: unitType === null ? unknownUnitType : unitTypeNames[unitType],
          },
          ...dates,
        ]}
      />
      <PanelSection title={stepsText.actsTitle}>
        <div className={styles.acts}>
          {stepKinds.map((step) => (
            <Button key={step} small autoFocus={step === focusStep} onClick={() => onStep(step)}>
              {stepActs[step]}
            </Button>
          ))}
        </div>
      </PanelSection>
      {isPartyOrganization(kind) && <UnitDisciplines unit={organization} />}
      <PanelSection title={organizationsText.editTitle}>
        {isToday ? (
          <OrganizationForm
            values={values}
            organizations={organizations}
            self={{ id, version: organization.version }}
            onSave={save}
          />
        ) : (
          <p className={styles.note}>{organizationsText.correctOnlyToday}</p>
        )}
      </PanelSection>
    </DetailPanel>
  );
}
