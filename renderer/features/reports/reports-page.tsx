import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { Page } from '../../components/page.tsx';

export default function ReportsPage() {
  return <Page title={pageNames.reports}>{null}</Page>;
}
