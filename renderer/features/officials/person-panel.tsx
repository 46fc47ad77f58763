import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Official } from '../../../db/contract/officials.ts';
import {
  genderNames,
  officialFieldLabels as labels,
  membershipStatusNames,
  officialsText,
  participationStatusNames,
  personLabels,
} from '../../../db/contract/vi/officials.ts';
import { notifyError } from '../../app/notifier/notices.ts';
import { Button } from '../../components/button.tsx';
import { DetailPanel, Facts, PanelSection } from '../../components/detail-panel.tsx';
import { FailedState, Loading } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import styles from './person-panel.module.css';
import { PersonRatings } from './person-ratings.tsx';

/** Everything of one person, beside any list. The next person of the list takes the place of the one before. */
export function PersonPanel({ id, onClose }: { id: number; onClose: () => void }) {
  const person = useQuery({
    queryKey: queryKeys.official(id),
    queryFn: () => call('officials.get', { id }),
    placeholderData: (before) => before,
  });
  if (person.isError)
    return (
      <DetailPanel title={officialsText.personTitle} onClose={onClose}>
        <FailedState error={person.error} onRetry={() => void person.refetch()} />
      </DetailPanel>
    );
  if (!person.data)
    return (
      <DetailPanel title={officialsText.personTitle} onClose={onClose}>
        <Loading />
      </DetailPanel>
    );
  return <Person key={id} person={person.data} onClose={onClose} />;
}

function Person({ person, onClose }: { person: Official; onClose: () => void }) {
  const text = (value: string | null) => value ?? '';
  return (
    <DetailPanel title={person.fullName} subtitle={person.organizationName} onClose={onClose}>
      <PanelSection title={officialsText.personal}>
        <Facts
          facts={[
            { label: labels.birthDate, value: formatDate(person.birthDate) },
            { label: labels.gender, value: person.gender === null ? '' : genderNames[person.gender] },
            { label: labels.hometown, value: person.hometown },
            { label: labels.residence, value: person.residence },
          ]}
        />
      </PanelSection>
      <PanelSection title={officialsText.party}>
        <Facts
          facts={[
            {
              label: personLabels.membershipStatus,
              value: person.membershipStatus === null ? '' : membershipStatusNames[person.membershipStatus],
            },
            {
              label: personLabels.participationStatus,
              value: participationStatusNames[person.participationStatus],
            },
            { label: labels.admittedOn, value: formatDate(person.admittedOn) },
            { label: labels.fullMemberOn, value: formatDate(person.fullMemberOn) },
            { label: labels.partyCardNo, value: text(person.partyCardNo) },
            { label: labels.partyFileNo, value: text(person.partyFileNo) },
          ]}
        />
      </PanelSection>
      <PanelSection title={officialsText.ratings}>
        <PersonRatings ratings={person.ratings} />
      </PanelSection>
      <PanelSection title={officialsText.posts}>
        <Facts
          facts={[
            { label: personLabels.partyPost, value: person.partyPost },
            { label: personLabels.statePost, value: person.statePost },
            { label: personLabels.massPost, value: person.massPost },
            { label: labels.workplace, value: person.workplace },
          ]}
        />
      </PanelSection>
      <PanelSection title={officialsText.education}>
        <Facts
          facts={[
            { label: labels.schooling, value: person.schooling },
            { label: labels.professionalDegree, value: person.professionalDegree },
            { label: labels.politicalTheoryLevel, value: person.politicalTheoryLevel },
          ]}
        />
      </PanelSection>
      <Sensitive person={person} />
      {person.note !== '' && (
        <PanelSection title={labels.note}>
          <p className={styles.note}>{person.note}</p>
        </PanelSection>
      )}
    </DetailPanel>
  );
}

/** Masked until asked for; what was revealed is not kept when the panel shows another person or closes. */
function Sensitive({ person }: { person: Official }) {
  const [revealed, setRevealed] = useState<Official | null>(null);
  const [busy, setBusy] = useState(false);
  const shown = revealed ?? person;
  const reveal = async () => {
    setBusy(true);
    try {
      setRevealed(await call('officials.reveal', { id: person.id }));
    } catch (error) {
      notifyError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <PanelSection
      title={officialsText.sensitive}
      end={
        revealed === null ? (
          <Button small disabled={busy} title={officialsText.revealLabel} onClick={() => void reveal()}>
            <IconEye size={16} aria-hidden />
            {officialsText.reveal}
          </Button>
        ) : (
          <Button small onClick={() => setRevealed(null)}>
            <IconEyeOff size={16} aria-hidden />
            {officialsText.hideAgain}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          { label: labels.ethnicity, value: shown.ethnicity },
          { label: labels.religion, value: shown.religion },
          { label: labels.citizenId, value: shown.citizenId },
        ]}
      />
      <p className={styles.hint}>{officialsText.sensitiveNote}</p>
    </PanelSection>
  );
}
