import type { Icon } from '@tabler/icons-react';
import IconCalendarEvent from '@tabler/icons-react/dist/esm/icons/IconCalendarEvent.mjs';
import IconChecklist from '@tabler/icons-react/dist/esm/icons/IconChecklist.mjs';
import IconClipboardText from '@tabler/icons-react/dist/esm/icons/IconClipboardText.mjs';
import IconFileImport from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs';
import IconHelpCircle from '@tabler/icons-react/dist/esm/icons/IconHelpCircle.mjs';
import IconHome from '@tabler/icons-react/dist/esm/icons/IconHome.mjs';
import IconLogout from '@tabler/icons-react/dist/esm/icons/IconLogout.mjs';
import IconReportAnalytics from '@tabler/icons-react/dist/esm/icons/IconReportAnalytics.mjs';
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs';
import IconSignature from '@tabler/icons-react/dist/esm/icons/IconSignature.mjs';
import IconSitemap from '@tabler/icons-react/dist/esm/icons/IconSitemap.mjs';
import IconTool from '@tabler/icons-react/dist/esm/icons/IconTool.mjs';
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs';
import { useQuery } from '@tanstack/react-query';
import type { SessionUser } from '../../db/contract/office.ts';
import { commonText } from '../../db/contract/vi/common.ts';
import { navigationText, pageNames } from '../../db/contract/vi/navigation.ts';
import { call } from '../lib/api.ts';
import { queryKeys } from '../lib/query-keys.ts';
import styles from './navigation.module.css';
import type { PageId } from './pages.ts';
import { askBeforeLeaving, goTo } from './router.ts';
import { logout } from './session.ts';

const items: ReadonlyArray<{ page: PageId; icon: Icon }> = [
  { page: 'overview', icon: IconHome },
  { page: 'officials', icon: IconUsers },
  { page: 'organizations', icon: IconSitemap },
  { page: 'cycle', icon: IconCalendarEvent },
  { page: 'pledges', icon: IconSignature },
  { page: 'reviews', icon: IconClipboardText },
  { page: 'ratings', icon: IconChecklist },
  { page: 'remediation', icon: IconTool },
  { page: 'imports', icon: IconFileImport },
  { page: 'reports', icon: IconReportAnalytics },
  { page: 'settings', icon: IconSettings },
];

export function Navigation({ page, user }: { page: PageId; user: SessionUser }) {
  const office = useQuery({ queryKey: queryKeys.office, queryFn: () => call('office.get', {}) });
  return (
    <nav className={styles.navigation} aria-label={navigationText.main}>
      <p className={styles.office} title={office.data?.name}>
        <span className={styles.officeName}>{office.data?.name ?? commonText.appName}</span>
      </p>
      <ul className={styles.list}>
        {items.map((item) => (
          <NavigationItem key={item.page} {...item} current={item.page === page} />
        ))}
      </ul>
      <ul className={styles.foot}>
        <NavigationItem page="help" icon={IconHelpCircle} current={page === 'help'} hint="F1" />
        <li>
          <button
            type="button"
            className={styles.item}
            title={navigationText.signedInAs(user.displayName || user.username)}
            onClick={() => askBeforeLeaving(() => void logout())}
          >
            <IconLogout size={18} stroke={1.5} aria-hidden />
            {navigationText.logout}
          </button>
        </li>
      </ul>
    </nav>
  );
}

interface NavigationItemProps {
  page: PageId;
  icon: Icon;
  current: boolean;
  hint?: string;
}

function NavigationItem({ page, icon: ItemIcon, current, hint }: NavigationItemProps) {
  return (
    <li>
      <a
        className={styles.item}
        href={`#/${page}`}
        aria-current={current ? 'page' : undefined}
        onClick={(event) => {
          event.preventDefault();
          goTo(page);
        }}
      >
        <ItemIcon size={18} stroke={1.5} aria-hidden />
        {pageNames[page]}
        {hint !== undefined && (
          <kbd className={styles.hint} aria-hidden>
            {hint}
          </kbd>
        )}
      </a>
    </li>
  );
}
