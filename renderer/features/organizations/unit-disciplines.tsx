import { useState } from 'react';
import type { OrganizationDiscipline } from '../../../db/contract/organization-disciplines.ts';
import type { Organization } from '../../../db/contract/organizations.ts';
import {
  disciplineText,
  organizationDisciplineFormNames,
  organizationDisciplineText as text,
} from '../../../db/contract/vi/discipline.ts';
import { askBeforeLeaving } from '../../app/router.ts';
import { Button } from '../../components/button.tsx';
import { DatedEntry, DatedList } from '../../components/dated-list.tsx';
import { call } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import { useRevealed } from '../../lib/use-revealed.ts';
import { DisciplineSection } from '../officials/discipline-section.tsx';
import { useMayWrite } from '../officials/use-may-write.ts';
import { UnitDisciplineForm } from './unit-discipline-form.tsx';

/** The discipline of a Party organisation: hidden until an audited act, then its entries and the form of one. */
export function UnitDisciplines({ unit }: { unit: Organization }) {
  const mayWrite = useMayWrite();
  const disciplines = useRevealed(
    async () => (await call('organizationDisciplines.list', { organizationId: unit.id })).disciplines,
  );
  const [open, setOpen] = useState<OrganizationDiscipline | 'new' | null>(null);
  const { list } = disciplines;
  return (
    <DisciplineSection
      title={text.title}
      disciplines={{
        ...disciplines,
        hide: () =>
          askBeforeLeaving(() => {
            setOpen(null);
            disciplines.hide();
          }),
      }}
      mayWrite={mayWrite}
      onAdd={() => askBeforeLeaving(() => setOpen('new'))}
      shown={() => ''}
      none={text.none}
    >
      {list !== null && list.length > 0 && (
        <DatedList label={text.list} wholeDays>
          {list.map((entry) => (
            <DatedEntry
              key={entry.id}
              day={formatDate(entry.effectiveOn)}
              title={organizationDisciplineFormNames[entry.form]}
              detail={detailOf(entry)}
              act={
                <Button
                  small
                  variant="quiet"
                  aria-label={text.editOf(
                    organizationDisciplineFormNames[entry.form],
                    formatDate(entry.effectiveOn),
                  )}
                  onClick={() => askBeforeLeaving(() => setOpen(entry))}
                >
                  {disciplineText.editShort}
                </Button>
              }
            />
          ))}
        </DatedList>
      )}
      {list !== null && open !== null && (
        <UnitDisciplineForm
          key={open === 'new' ? 'new' : open.id}
          unit={unit}
          disciplines={disciplines}
          entry={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </DisciplineSection>
  );
}

const detailOf = ({ decisionNo, decidingBody, note }: OrganizationDiscipline): string =>
  [decisionNo === '' ? '' : disciplineText.decision(decisionNo), decidingBody, note]
    .filter((part) => part !== '')
    .join(' · ');
