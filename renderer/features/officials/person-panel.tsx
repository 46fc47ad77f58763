import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs';
import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Discipline } from '../../../db/contract/disciplines.ts';
import type { OfficialPost } from '../../../db/contract/official-edits.ts';
import type { Official } from '../../../db/contract/officials.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { disciplineText } from '../../../db/contract/vi/discipline.ts';
import { dossierText } from '../../../db/contract/vi/dossier.ts';
import {
  officialEditText as editText,
  genderNames,
  officialFieldLabels as labels,
  membershipStatusNames,
  officialsText,
  participationStatusNames,
  personLabels,
  workingStatusNames,
} from '../../../db/contract/vi/officials.ts';
import { notifyError } from '../../app/notifier/notices.ts';
import { askBeforeClosing, hasUnsavedForm } from '../../app/router.ts';
import { Button } from '../../components/button.tsx';
import { DetailPanel, Facts, PanelSection } from '../../components/detail-panel.tsx';
import { FailedState, Loading } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useReturnFocus } from '../../lib/return-focus.ts';
import { DisciplineForm } from './discipline-form.tsx';
import { DisciplineSection } from './discipline-section.tsx';
import { DossierForm } from './dossier-form.tsx';
import { EditOfficialPanel } from './edit-official-panel.tsx';
import type { FormFieldId } from './official-form-values.ts';
import { ParticipationForm } from './participation-form.tsx';
import styles from './person-panel.module.css';
import { PersonPosts } from './person-posts.tsx';
import { PersonTimeline } from './person-timeline.tsx';
import { PostForm } from './post-form.tsx';
import { TransferForm } from './transfer-form.tsx';
import { useDisciplines } from './use-disciplines.ts';
import { useMayWrite } from './use-may-write.ts';

export type PersonAct =
  | { is: 'edit'; field?: FormFieldId }
  | { is: 'transfer' }
  | { is: 'participation' }
  | { is: 'dossier' }
  | { is: 'post'; post: OfficialPost | null; ending: boolean }
  | { is: 'discipline'; discipline: Discipline | null };

interface PersonPanelProps {
  id: number;
  onClose: () => void;
  /** What is open at once, such as the form at the field that a finding names. */
  firstAct?: PersonAct | undefined;
}

const workingText = ({ workingStatus, workingFrom }: Official): string =>
  workingStatus === null
    ? ''
    : editText.workingSince(workingStatusNames[workingStatus], formatDate(workingFrom));

/** Everything of one person, beside any list. The next person of the list takes the place of the one before. */
export function PersonPanel({ id: wanted, onClose, firstAct }: PersonPanelProps) {
  // What is being typed about one person is not dropped because the list moved on to the next.
  const [shown, setShown] = useState(wanted);
  if (shown !== wanted && !hasUnsavedForm()) setShown(wanted);
  const id = shown;
  const person = useQuery({
    queryKey: queryKeys.official(id),
    queryFn: () => call('officials.get', { id }),
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
  return (
    <Person
      key={person.data.id}
      person={person.data}
      onClose={() => askBeforeClosing(onClose)}
      firstAct={person.data.id === wanted ? firstAct : undefined}
    />
  );
}

interface PersonProps {
  person: Official;
  onClose: () => void;
  firstAct: PersonAct | undefined;
}

function Person({ person, onClose, firstAct }: PersonProps) {
  const mayWrite = useMayWrite();
  const disciplines = useDisciplines(person.id);
  const [act, setAct] = useState<PersonAct | null>((mayWrite ? firstAct : undefined) ?? null);
  const begin = (next: PersonAct) => {
    if (act === null) returnFocus.note();
    askBeforeClosing(() => setAct(next));
  };
  const end = () => setAct(null);
  // The form that held the focus is gone, and perhaps what opened it: then the keys go on from the first act.
  const editButton = useRef<HTMLButtonElement>(null);
  const returnFocus = useReturnFocus(() => editButton.current?.focus());
  const hadAct = useRef(false);
  useEffect(() => {
    if (act === null && hadAct.current) returnFocus.goBack();
    hadAct.current = act !== null;
  }, [act, returnFocus]);
  if (act?.is === 'edit') return <EditOfficialPanel person={person} field={act.field} onDone={end} />;
  return (
    <DetailPanel
      title={person.fullName}
      subtitle={person.organizationName}
      onClose={onClose}
      actions={
        <>
          {mayWrite && (
            <>
              <Button ref={editButton} small onClick={() => begin({ is: 'edit' })}>
                {commonText.edit}
              </Button>
              <Button small onClick={() => begin({ is: 'post', post: null, ending: false })}>
                {editText.addPost}
              </Button>
              <Button small onClick={() => begin({ is: 'transfer' })}>
                {editText.transfer}
              </Button>
              <Button small onClick={() => begin({ is: 'participation' })}>
                {editText.participation}
              </Button>
            </>
          )}
          <Button small onClick={() => begin({ is: 'dossier' })}>
            {dossierText.open}
          </Button>
        </>
      }
    >
      {act?.is === 'transfer' && (
        <TransferForm officialIds={[person.id]} name={person.fullName} onClose={end} />
      )}
      {act?.is === 'dossier' && <DossierForm officialId={person.id} onClose={end} />}
      {act?.is === 'participation' && <ParticipationForm person={person} onClose={end} />}
      {act?.is === 'post' && (
        <PostForm
          key={`${act.post?.id ?? 'new'} ${act.ending}`}
          person={person}
          post={act.post}
          ending={act.ending}
          onClose={end}
        />
      )}
      {act?.is === 'discipline' && (
        <DisciplineForm
          key={act.discipline?.id ?? 'new'}
          person={person}
          disciplines={disciplines}
          discipline={act.discipline}
          onClose={end}
        />
      )}
      <PersonPosts
        person={person}
        mayWrite={mayWrite}
        onEdit={(post) => begin({ is: 'post', post, ending: false })}
        onEnd={(post) => begin({ is: 'post', post, ending: true })}
      />
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
            { label: labels.partyCardNo, value: person.partyCardNo },
            { label: labels.partyFileNo, value: person.partyFileNo },
          ]}
        />
      </PanelSection>
      <Sensitive person={person} />
      <DisciplineSection
        title={disciplineText.title}
        shown={disciplineText.shown}
        none={disciplineText.none}
        disciplines={disciplines}
        mayWrite={mayWrite}
        onAdd={() => begin({ is: 'discipline', discipline: null })}
      />
      <PersonTimeline
        id={person.id}
        disciplines={disciplines.list}
        mayWrite={mayWrite}
        onPost={(post) => begin({ is: 'post', post, ending: false })}
        onDiscipline={(discipline) => begin({ is: 'discipline', discipline })}
      />
      <PanelSection title={officialsText.workAndEducation}>
        <Facts
          facts={[
            { label: labels.workplace, value: person.workplace },
            { label: personLabels.workingStatus, value: workingText(person) },
            { label: labels.schooling, value: person.schooling },
            { label: labels.professionalDegree, value: person.professionalDegree },
            { label: labels.politicalTheoryLevel, value: person.politicalTheoryLevel },
          ]}
        />
      </PanelSection>
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
          <Button small disabled={busy} title={officialsText.revealLabel} onClick={() => reveal()}>
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
