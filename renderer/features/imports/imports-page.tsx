import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { Page } from '../../components/page.tsx';

export default function ImportsPage() {
  return <Page title={pageNames.imports}>{null}</Page>;
}
