import type { CapGroup, Caps } from '../../../db/contract/caps.ts';
import type { CollectiveRow, RatingGrid, RatingRow, StandingDecision } from '../../../db/contract/ratings.ts';
import { collectiveKindShortNames } from '../../../db/contract/vi/cycles.ts';
import { collectiveKinds } from '../../../db/domain/cycle.ts';
import type { LevelCounts, RatingLevel } from '../../../db/domain/ratings.ts';
import { countLevels } from '../../../db/domain/ratings.ts';

/** What the three tables have in common: people as members, leaders and managers, organisations and collectives. */
export const ratingTables = ['member', 'leader', 'collective'] as const;
export type RatingTable = (typeof ratingTables)[number];

/** A row of the grid: a person, or a collective. */
export interface GridRow
  extends Pick<
    RatingRow,
    | 'version'
    | 'selfLevel'
    | 'proposedLevel'
    | 'decidedLevel'
    | 'unratedReason'
    | 'note'
    | 'quarterLevels'
    | 'capKey'
    | 'mark'
  > {
  /** The official's id; of a collective a number of its own. */
  key: number;
  name: string;
  birthDate: string | null;
  /** Posts of a person, kind of a collective. */
  detail: string;
  organizationName: string;
}

export interface GridData extends Pick<RatingGrid, 'rule' | 'quarters'> {
  rows: readonly GridRow[];
  caps: Caps;
  decision: StandingDecision;
  /** Levels of these rows by bucket when the service counted: the difference since is added to its counts. */
  counted: ReadonlyMap<string, LevelCounts>;
}

export const rowOfPerson = ({ officialId, fullName, post, ...row }: RatingRow): GridRow => ({
  ...common(row),
  key: officialId,
  name: fullName,
  birthDate: row.birthDate,
  detail: post,
});

const KINDS = collectiveKinds.length;
export const rowOfCollective = ({ organizationId, kind, ...row }: CollectiveRow): GridRow => ({
  ...common(row),
  key: organizationId * KINDS + collectiveKinds.indexOf(kind),
  name: row.organizationName,
  birthDate: null,
  detail: collectiveKindShortNames[kind],
});
/** The collective that a row's key names. */
export const collectiveOf = (key: number) => ({
  organizationId: Math.floor(key / KINDS),
  kind: collectiveKinds[key % KINDS] ?? 'organization',
});

function common(row: Omit<GridRow, 'key' | 'name' | 'birthDate' | 'detail'>) {
  const { version, selfLevel, proposedLevel, decidedLevel, unratedReason, note } = row;
  const { quarterLevels, capKey, mark, organizationName } = row;
  return {
    version,
    selfLevel,
    proposedLevel,
    decidedLevel,
    unratedReason,
    note,
    quarterLevels,
    capKey,
    mark,
    organizationName,
  };
}

export function countByGroup(rows: readonly GridRow[]): Map<string, LevelCounts> {
  const levels = new Map<string, (RatingLevel | null)[]>();
  for (const { capKey, decidedLevel } of rows) {
    if (capKey === null) continue;
    const list = levels.get(capKey) ?? [];
    levels.set(capKey, list);
    list.push(decidedLevel);
  }
  return new Map([...levels].map(([key, list]) => [key, countLevels(list)]));
}

export const gridData = (
  rows: readonly GridRow[],
  { rule, quarters, caps, decision }: Pick<RatingGrid, 'rule' | 'quarters' | 'caps' | 'decision'>,
): GridData => ({ rows, rule, quarters, caps, decision, counted: countByGroup(rows) });

/** The bucket as the service counted it after a change; asked only while no other change is under way. */
export const withGroup = (data: GridData, group: CapGroup): GridData => ({
  ...data,
  caps: {
    ...data.caps,
    groups: data.caps.groups.map((each) => (each.key === group.key ? group : each)),
  },
  counted: new Map([...data.counted, ...[...countByGroup(data.rows)].filter(([key]) => key === group.key)]),
});
