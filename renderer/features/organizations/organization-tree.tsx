import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from 'react';
import { formatNumber } from '../../../db/contract/vi/numbers.ts';
import {
  organizationFieldLabels,
  organizationKindNames,
  organizationsText,
} from '../../../db/contract/vi/organizations.ts';
import { classes } from '../../components/classes.ts';
import { listKeyTarget } from '../../components/list-keys.ts';
import { formatDate } from '../../lib/format.ts';
import type { TreeNode } from '../../lib/organization-tree.ts';
import styles from './organization-tree.module.css';

interface OrganizationTreeProps {
  nodes: readonly TreeNode[];
  closed: ReadonlySet<number>;
  openId: number | null;
  onToggle: (id: number, closed: boolean) => void;
  onOpen: (id: number) => void;
  onEscape: () => void;
  ref: Ref<HTMLDivElement>;
}

/** The tree as rows with their counts. One tab stop; the arrow keys move, open and close as in a file tree. */
export function OrganizationTree(props: OrganizationTreeProps) {
  const { nodes, closed, openId, onToggle, onOpen, onEscape, ref } = props;
  const [activeId, setActiveId] = useState<number | null>(null);
  const rows = useRef<HTMLDivElement>(null);
  const id = useId();
  const indexOf = (unitId: number | null) => nodes.findIndex((node) => node.organization.id === unitId);
  // The unit where the keys were can be gone since: merged, or not there on the day.
  const active = Math.max(0, indexOf(activeId) >= 0 ? indexOf(activeId) : indexOf(openId));
  useEffect(() => {
    rows.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const moveTo = (index: number) => {
    const node = nodes[index];
    if (!node) return;
    setActiveId(node.organization.id);
    // The panel follows once it is open.
    if (openId !== null) onOpen(node.organization.id);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const node = nodes[active];
    if (!node || event.nativeEvent.isComposing) return;
    const { organization, hasChildren, depth } = node;
    const isClosed = closed.has(organization.id);
    const target = listKeyTarget(event.key, active, nodes.length, 15);
    if (target !== null) moveTo(target);
    else if (event.key === 'ArrowRight' && hasChildren)
      if (isClosed) onToggle(organization.id, false);
      else moveTo(active + 1);
    else if (event.key === 'ArrowLeft')
      if (hasChildren && !isClosed) onToggle(organization.id, true);
      else moveTo(nodes.slice(0, active).findLastIndex((each) => each.depth < depth));
    else if (event.key === 'Enter') onOpen(organization.id);
    else if (event.key === 'Escape') onEscape();
    else return;
    event.preventDefault();
  };

  return (
    <div className={styles.table}>
      <div className={classes(styles.row, styles.head)} aria-hidden>
        <span>{organizationFieldLabels.name}</span>
        <span>{organizationFieldLabels.kind}</span>
        <span className={styles.number}>{organizationsText.membersColumn}</span>
        <span className={styles.number}>{organizationsText.totalColumn}</span>
      </div>
      <div
        ref={ref}
        className={styles.tree}
        role="tree"
        tabIndex={0}
        aria-label={organizationsText.tree}
        aria-activedescendant={`${id}-${nodes[active]?.organization.id}`}
        onKeyDown={onKeyDown}
      >
        {/* A box of its own, so that the children are the rows alone. */}
        <div ref={rows} role="presentation">
          {nodes.map((node, index) => {
            const { organization, depth, hasChildren } = node;
            const isClosed = closed.has(organization.id);
            const toggleName = isClosed ? organizationsText.expand : organizationsText.collapse;
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the tree holds the focus and the keys
              <div
                key={organization.id}
                id={`${id}-${organization.id}`}
                className={classes(styles.row, styles.item, index === active && styles.active)}
                role="treeitem"
                aria-level={depth + 1}
                aria-expanded={hasChildren ? !isClosed : undefined}
                aria-selected={organization.id === openId}
                aria-label={`${organization.name}, ${organizationsText.members(organization.totalMemberCount)}`}
                onClick={() => {
                  setActiveId(organization.id);
                  onOpen(organization.id);
                }}
              >
                <span className={styles.name} style={{ paddingLeft: depth * 20 }}>
                  {hasChildren ? (
                    <button
                      type="button"
                      className={styles.toggle}
                      tabIndex={-1}
                      aria-label={toggleName(organization.name)}
                      onClick={(event) => {
                        event.stopPropagation();
                        onToggle(organization.id, !isClosed);
                      }}
                    >
                      {isClosed ? (
                        <IconChevronRight size={16} aria-hidden />
                      ) : (
                        <IconChevronDown size={16} aria-hidden />
                      )}
                    </button>
                  ) : (
                    <span className={styles.toggle} />
                  )}
                  <span
                    className={classes(styles.text, hasChildren && styles.strong)}
                    title={organization.name}
                  >
                    {organization.name}
                  </span>
                  {organization.validTo !== null && (
                    <span className={styles.ended}>
                      {organizationsText.endsOn(formatDate(organization.validTo))}
                    </span>
                  )}
                </span>
                <span className={styles.kind}>{organizationKindNames[organization.kind]}</span>
                <span className={styles.number}>{formatNumber(organization.memberCount)}</span>
                <span className={styles.number}>{formatNumber(organization.totalMemberCount)}</span>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
