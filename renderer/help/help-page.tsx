import { pageNames } from '../../db/contract/vi/navigation.ts';
import { Page } from '../components/page.tsx';

export default function HelpPage() {
  return <Page title={pageNames.help}>{null}</Page>;
}
