import { useQuery } from '@tanstack/react-query';
import type { DocumentInput } from '../../../db/contract/documents.ts';
import { pledgesText as text } from '../../../db/contract/vi/pledges.ts';
import { Page } from '../../components/page.tsx';
import { FailedState, Loading } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { PledgeForm } from './pledge-form.tsx';

interface PledgeEditorProps {
  year: number;
  officialId: number;
  onClose: () => void;
  onPreview: (input: DocumentInput) => void;
}

/** One person's pledge of the year. */
export function PledgeEditor({ year, officialId, onClose, onPreview }: PledgeEditorProps) {
  const pledge = useQuery({
    queryKey: queryKeys.pledge(year, officialId),
    queryFn: () => call('pledges.get', { year, officialId }),
  });
  if (pledge.data)
    return (
      <PledgeForm
        key={`${year}-${officialId}`}
        year={year}
        pledge={pledge.data}
        onClose={onClose}
        onPreview={onPreview}
      />
    );
  return (
    <Page title={text.editorTitle(year)}>
      {pledge.isError ? (
        <FailedState error={pledge.error} onRetry={() => void pledge.refetch()} />
      ) : (
        <Loading />
      )}
    </Page>
  );
}
