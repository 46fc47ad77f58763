import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import { useEffect } from 'react';
import { type Draft, keptIds } from '../../db/contract/drafts.ts';
import { kindOfDraft } from '../../db/contract/paper-kinds.ts';
import { commonText } from '../../db/contract/vi/common.ts';
import { draftNames, draftText as text } from '../../db/contract/vi/drafts.ts';
import type { StepKind } from '../../db/contract/vi/organizations.ts';
import { Button } from '../components/button.tsx';
import { call } from '../lib/api.ts';
import { hasCode } from '../lib/app-error.ts';
import { formatMoment } from '../lib/format.ts';
import { useStore } from '../lib/store.ts';
import styles from './draft-offers.module.css';
import { dropOffer, loadOffers, offeredDrafts } from './draft-offers-store.ts';
import { periodOfPart } from './draft-parts.ts';
import { notifyDone, notifyError, notifyInfo } from './notifier/notices.ts';
import { type OpenRequest, openInPage } from './open-request.ts';
import { goTo } from './router.ts';

const stepKinds = {
  unitChange: 'change',
  unitMerge: 'merge',
  unitSplit: 'split',
  unitEnd: 'end',
} as const satisfies Partial<Record<Draft['form'], StepKind>>;

type PageOnly = 'settings' | 'ratings' | 'remediation' | 'reviews' | 'reports' | 'pledges';

/** Where the paper of a draft is printed from. */
function pageOfPaper(recordId: number): PageOnly | null {
  const kind = kindOfDraft(recordId);
  switch (kind) {
    case null:
      return null;
    case 'remediation-plan':
    case 'remediation-report':
      return 'remediation';
    case 'collective-review':
    case 'meeting-minutes':
    case 'count-minutes':
      return 'reviews';
    case 'pledges':
      return 'pledges';
    default:
      return 'reports';
  }
}

/** What shows the form of a draft; null when what it was about is no more. */
async function requestOf({ form, recordId, partId }: Draft): Promise<OpenRequest | PageOnly | null> {
  switch (form) {
    case 'official':
      return recordId === null
        ? { page: 'officials', is: 'newPerson' }
        : { page: 'officials', is: 'person', id: recordId, act: 'edit' };
    case 'participation':
      return recordId === null
        ? null
        : { page: 'officials', is: 'person', id: recordId, act: 'participation' };
    case 'discipline':
      if (recordId === null) return null;
      // An entry that stands is hidden until it is revealed: its form takes the draft up when it is opened there.
      return {
        page: 'officials',
        is: 'person',
        id: recordId,
        ...(partId === null ? { act: 'discipline' as const } : {}),
      };
    case 'post': {
      if (recordId === null) return null;
      if (partId === null) return { page: 'officials', is: 'post', id: recordId, post: null };
      const { entries } = await call('officials.timeline', { id: recordId });
      const held = entries.find((entry) => entry.kind === 'post' && entry.post.id === partId);
      return held?.kind === 'post' ? { page: 'officials', is: 'post', id: recordId, post: held.post } : null;
    }
    case 'transfer':
    case 'givePost': {
      if (recordId !== null) return { page: 'officials', is: 'person', id: recordId, act: 'transfer' };
      const { draft } = await call('drafts.open', { form, recordId, partId });
      const ids = keptIds(draft?.fields.people);
      const is = form === 'transfer' ? 'move' : 'givePost';
      return ids.length > 0 ? { page: 'officials', is, ids } : null;
    }
    case 'duplicates': {
      // The part is the second one of the two.
      if (recordId === null || partId === null) return null;
      const pair = { firstId: recordId, secondId: partId };
      try {
        await call('duplicates.compare', pair);
        return { page: 'officials', is: 'compare', pair };
      } catch (error) {
        if (hasCode(error, 'NOT_FOUND')) return null;
        throw error;
      }
    }
    case 'unitChange':
    case 'unitMerge':
    case 'unitSplit':
    case 'unitEnd':
      return recordId === null
        ? null
        : { page: 'organizations', is: 'step', id: recordId, kind: stepKinds[form] };
    case 'organizationDiscipline':
      // The entries of a unit are hidden until they are revealed: the form takes the draft up when it is opened there.
      return recordId === null ? null : { page: 'organizations', is: 'unit', id: recordId };
    case 'organization':
      return recordId === null
        ? { page: 'organizations', is: 'newUnit' }
        : { page: 'organizations', is: 'unit', id: recordId };
    case 'remediationTask':
      return recordId === null
        ? { page: 'remediation', is: 'newTask', shortcomingId: partId }
        : { page: 'remediation', is: 'task', id: recordId, act: 'edit' };
    case 'remediationNote':
    case 'remediationStep':
      if (recordId === null) return null;
      return {
        page: 'remediation',
        is: 'task',
        id: recordId,
        ...(form === 'remediationNote' ? { act: 'note' as const } : {}),
      };
    case 'pledge':
      // The part of a person's pledges is their year.
      return recordId === null || partId === null
        ? null
        : { page: 'pledges', is: 'pledge', officialId: recordId, year: partId };
    case 'review':
    case 'reviewPrompt':
    case 'reviewOpinion':
      // A question or an opinion takes its draft up when its form is opened there.
      return recordId === null
        ? { page: 'reviews', is: 'prompts' }
        : { page: 'reviews', is: 'review', id: recordId };
    case 'meeting': {
      if (recordId === null || partId === null) return null;
      const { row, ...period } = periodOfPart(partId);
      return {
        page: 'reviews',
        is: 'meeting',
        period,
        place: { organizationId: recordId, meetingId: row === 0 ? null : row },
      };
    }
    case 'capRule':
    case 'setting':
    case 'rulePack':
    case 'criteria':
    case 'office':
      return 'settings';
    case 'paper':
      // The draft comes back when the form of that paper is opened there.
      return recordId === null ? null : pageOfPaper(recordId);
    case 'ratingFacts':
    case 'ratingScores':
      // The draft comes back with the panel of its row.
      return 'ratings';
  }
}

async function open(draft: Draft): Promise<void> {
  const request = await requestOf(draft);
  if (request === null) notifyInfo(text.gone);
  else if (typeof request === 'string') goTo(request);
  else openInPage(request);
}

async function discard(key: Draft): Promise<void> {
  const { draft } = await call('drafts.open', key);
  await call('drafts.discard', key);
  dropOffer(key);
  notifyDone(text.discarded, {
    actions: draft
      ? [
          {
            label: commonText.undo,
            run: async () => {
              await call('drafts.save', draft);
              await loadOffers();
              notifyDone(text.undone);
            },
          },
        ]
      : [],
  });
}

/** After a crash or a killed window: what was typed and not saved, to be opened again or given up. */
export function DraftOffers() {
  const drafts = useStore(offeredDrafts);
  useEffect(() => {
    loadOffers().catch(notifyError);
    return () => offeredDrafts.set([]);
  }, []);
  const [draft] = drafts;
  if (!draft) return null;
  const name = draftNames[draft.form][draft.recordId === null ? 'new' : 'change'];
  return (
    <section className={styles.offers} aria-label={text.region}>
      <p className={styles.text} role="status">
        <IconHistory size={18} aria-hidden />
        <span>
          {text.offer(name, draft.title, formatMoment(draft.savedAt))}
          {drafts.length > 1 && ` ${text.more(drafts.length - 1)}`}
        </span>
      </p>
      <Button small onClick={() => open(draft).catch(notifyError)}>
        {text.open}
      </Button>
      <Button small onClick={() => discard(draft).catch(notifyError)}>
        {text.discard}
      </Button>
      <Button small variant="quiet" title={text.laterHint} onClick={() => dropOffer(draft)}>
        {text.later}
      </Button>
    </section>
  );
}
