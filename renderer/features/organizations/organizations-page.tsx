import { pageNames } from '../../../db/contract/vi/navigation.ts';
import { Page } from '../../components/page.tsx';

export default function OrganizationsPage() {
  return <Page title={pageNames.organizations}>{null}</Page>;
}
