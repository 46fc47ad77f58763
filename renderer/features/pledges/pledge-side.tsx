import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Pledge } from '../../../db/contract/pledges.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { pledgesText as text } from '../../../db/contract/vi/pledges.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { askBeforeClosing } from '../../app/router.ts';
import { Button } from '../../components/button.tsx';
import { DetailPanel, Facts, PanelSection } from '../../components/detail-panel.tsx';
import { formatDate } from '../../lib/format.ts';
import { AttachmentsSection } from '../attachments/attachments-section.tsx';
import { ActForm } from './act-panel.tsx';
import { doAct, mayAct, type PledgeActKind } from './pledge-acts.ts';
import { PledgeState } from './pledge-status.tsx';
import styles from './pledges.module.css';

interface PledgeSideProps {
  year: number;
  pledge: Pledge;
  mayWrite: boolean;
  /** Something typed is not saved: the acts wait for it. */
  unsaved: boolean;
  onClose: () => void;
}

const kinds = [
  'filed',
  'confirmed',
  'returned',
  'reason',
  'notFiled',
] as const satisfies readonly PledgeActKind[];

/** Beside the text: whose pledge it is, where it stands, what can be done with it, its scans. */
export function PledgeSide({ year, pledge, mayWrite, unsaved, onClose }: PledgeSideProps) {
  const queryClient = useQueryClient();
  const [act, setAct] = useState<Exclude<PledgeActKind, 'notFiled'> | null>(null);
  const backToNotFiled = async () => {
    try {
      const takeBack = await doAct(year, [pledge], { to: 'notFiled' });
      await queryClient.invalidateQueries();
      const run = async () => {
        await takeBack();
        await queryClient.invalidateQueries();
        notifyDone(text.actUndone);
      };
      notifyDone(text.actDone.notFiled(1), { actions: [{ label: commonText.undo, run }] });
    } catch (error) {
      notifyError(error);
    }
  };
  const joined = [pledge.admittedOn, pledge.fullMemberOn].map(formatDate).filter((day) => day !== '');
  const facts = [
    { label: text.birthDate, value: formatDate(pledge.birthDate) },
    { label: text.joined, value: joined.join(' / ') },
    { label: text.partyPosts, value: pledge.partyPosts },
    { label: text.otherPosts, value: pledge.otherPosts },
    { label: text.workplace, value: pledge.workplace },
  ].filter(({ value }) => value !== '');
  const stateFacts = [
    { label: text.signedOn, value: formatDate(pledge.signedOn) },
    { label: text.filedOn, value: formatDate(pledge.filedOn) },
    { label: text.confirmedOn, value: formatDate(pledge.confirmedOn) },
    { label: text.confirmedBy, value: pledge.confirmedBy },
    { label: text.notFiledReason, value: pledge.notFiledReason },
    { label: text.returnReason, value: pledge.returnedReason },
  ].filter(({ value }) => value !== '');
  return (
    <DetailPanel title={pledge.fullName} subtitle={pledge.organizationName} onClose={onClose}>
      {facts.length > 0 && <Facts facts={facts} />}
      <PanelSection title={text.state}>
        <Facts
          facts={[{ label: text.state, value: <PledgeState status={pledge.status} /> }, ...stateFacts]}
        />
        {mayWrite && (
          <div className={styles.acts}>
            {kinds
              .filter((kind) => mayAct(kind, pledge))
              .map((kind) => (
                <Button
                  key={kind}
                  small
                  aria-pressed={kind === act}
                  disabled={unsaved}
                  title={unsaved ? text.saveFirst : undefined}
                  onClick={() =>
                    askBeforeClosing(() => (kind === 'notFiled' ? void backToNotFiled() : setAct(kind)))
                  }
                >
                  {text.acts[kind]}
                </Button>
              ))}
          </div>
        )}
        {act !== null && !unsaved && (
          <ActForm
            key={act}
            year={year}
            kind={act}
            people={[pledge]}
            onClose={() => setAct(null)}
            onDone={() => setAct(null)}
          />
        )}
      </PanelSection>
      {pledge.pledgeId !== null && (
        <AttachmentsSection owner={{ entity: 'pledge', entityId: pledge.pledgeId }} mayWrite={mayWrite} />
      )}
    </DetailPanel>
  );
}
