import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { Page } from '../../components/page.tsx';

export default function SettingsPage() {
  return <Page title={pageNames.settings}>{null}</Page>;
}
