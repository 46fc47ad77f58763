import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { Page } from '../../components/page.tsx';

export default function RatingsPage() {
  return <Page title={pageNames.ratings}>{null}</Page>;
}
