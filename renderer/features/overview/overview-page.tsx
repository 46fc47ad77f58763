import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { Page } from '../../components/page.tsx';

export default function OverviewPage() {
  return <Page title={pageNames.overview}>{null}</Page>;
}
