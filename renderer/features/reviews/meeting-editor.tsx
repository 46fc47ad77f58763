import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { DocumentInput } from '../../../db/contract/documents.ts';
import type { Meeting } from '../../../db/contract/meetings.ts';
import { meetingsText as text } from '../../../db/contract/vi/meetings.ts';
import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { Page } from '../../components/page.tsx';
import { FailedState, Loading } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { BackButton } from './back-button.tsx';
import { MeetingForm } from './meeting-form.tsx';

export interface MeetingPlace {
  organizationId: number;
  /** null: a new one. */
  meetingId: number | null;
}
interface MeetingEditorProps {
  period: { year: number; quarter: number };
  place: MeetingPlace;
  onSaved: (meetingId: number) => void;
  onBack: () => void;
  onPreview: (input: DocumentInput) => void;
}

/** One meeting: fetched, then its form. */
export function MeetingEditor({ period, place, onSaved, onBack, onPreview }: MeetingEditorProps) {
  const queryClient = useQueryClient();
  const of = { ...period, ...place };
  const meeting = useQuery({ queryKey: queryKeys.meeting(of), queryFn: () => call('meetings.get', of) });
  const take = (next: Meeting) => {
    if (next.meetingId === null) return;
    queryClient.setQueryData(queryKeys.meeting({ ...of, meetingId: next.meetingId }), next);
    void queryClient.invalidateQueries();
    onSaved(next.meetingId);
  };
  if (!meeting.data)
    return (
      <Page title={pageNames.reviews} lead={<BackButton label={text.back} onBack={onBack} />}>
        {meeting.isError ? (
          <FailedState error={meeting.error} onRetry={() => void meeting.refetch()} />
        ) : (
          <Loading />
        )}
      </Page>
    );
  return (
    <MeetingForm
      period={period}
      meeting={meeting.data}
      onMeeting={take}
      onStale={() => void meeting.refetch()}
      onBack={onBack}
      onPreview={onPreview}
    />
  );
}
