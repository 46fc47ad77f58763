import { useQuery } from '@tanstack/react-query';
import { remediationText as text } from '../../../db/contract/vi/remediation.ts';
import { Button } from '../../components/button.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import styles from './remediation.module.css';

interface OtherYearsProps {
  year: number;
  organizationId: number | null;
  onShow: (show: 'overdue' | 'dueSoon') => void;
}

/** What waits from reviews of other years: the list stands on one year of review, a deadline does not. */
export function OtherYears({ year, organizationId, onShow }: OtherYearsProps) {
  const ofYear = useCounts(year, organizationId);
  const ofAll = useCounts(null, organizationId);
  if (!ofYear || !ofAll) return null;
  const overdue = ofAll.overdue - ofYear.overdue;
  const dueSoon = ofAll.dueSoon - ofYear.dueSoon;
  if (overdue + dueSoon === 0) return null;
  return (
    <p className={styles.bar}>
      {text.otherYears(overdue, dueSoon)}
      <Button small onClick={() => onShow(overdue > 0 ? 'overdue' : 'dueSoon')}>
        {text.otherYearsOpen}
      </Button>
    </p>
  );
}

function useCounts(year: number | null, organizationId: number | null) {
  const asked = { year, organizationId, limit: 1 };
  return useQuery({
    queryKey: queryKeys.remediationPage(asked, 0),
    queryFn: () => call('remediation.list', asked),
  }).data?.counts;
}
