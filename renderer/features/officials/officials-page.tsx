import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { Page } from '../../components/page.tsx';

export default function OfficialsPage() {
  return <Page title={pageNames.officials}>{null}</Page>;
}
