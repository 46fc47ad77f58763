import { pageNames } from '../../db/contract/vi/navigation.ts';
import { Page } from '../components/page.tsx';
import { HelpContent } from './help-content.tsx';

export default function HelpPage() {
  return (
    <Page title={pageNames.help}>
      <HelpContent />
    </Page>
  );
}
