import { highestByScore, totalScore } from './rating-bands.ts';
import { caseFinding, orderFinding } from './rating-cases.ts';
import type { RatingFacts } from './rating-facts.ts';
import type { RatingFinding } from './rating-findings.ts';
import { requirementFinding } from './rating-requirements.ts';
import { type RatingLevel, type RatingStage, ratingLevels } from './ratings.ts';
import type { RulePack } from './rule-packs.ts';

/** Why no level is to be given, strongest first. */
const withoutLevel = ['outOfBase', 'notReviewed', 'notRated', 'hold'] as const;
export type WithoutLevel = (typeof withoutLevel)[number];

/** How a chosen level stands to the rules; `by` are the condition ids. */
export type Verdict =
  | { kind: 'fine' }
  | { kind: 'informed'; by: string[] }
  /** The rule forbids it outright: only an authorised person goes on, with a written reason. */
  | { kind: 'forbidden'; by: string[] };

export interface RatingEvaluation {
  findings: RatingFinding[];
  /** The treatment in force where no level is to be given, else null. */
  withoutLevel: WithoutLevel | null;
  /** The highest level that all findings leave; null where no level is to be given. */
  highest: RatingLevel | null;
  /** The highest that those leave which forbid outright; never below `highest`. */
  highestPermitted: RatingLevel | null;
  /** Per stage; null where no level is chosen. Only a decided level can be forbidden: the others record what was said. */
  verdicts: Record<RatingStage, Verdict | null>;
}

function scoreFinding(pack: RulePack, facts: RatingFacts): RatingFinding | null {
  const { scoring } = pack;
  if (!scoring) return null;
  const score = totalScore(scoring, facts.scoreParts);
  const level = score === null ? null : highestByScore(scoring, score);
  const band = scoring.bands.find((one) => one.level === level) ?? scoring.bands.at(-1);
  const source = band?.source ?? { status: 'unconfirmed', note: '' };
  return {
    conditionId: 'score',
    kind: 'score',
    holds: level === null ? 'unknown' : level === 'excellent',
    article: scoring.article,
    text: '',
    words:
      score === null || level === null ? { key: 'scoreUnknown' } : { key: 'score', hundredths: score, level },
    effect: level === null || level === 'excellent' ? { kind: 'none' } : { kind: 'ceiling', level },
    forbids: source.status === 'confirmed',
    source,
  };
}

/** The best level that a finding leaves; null: none at all. */
function ceilingOf({ effect }: RatingFinding): RatingLevel | null {
  switch (effect.kind) {
    case 'none':
    case 'notice':
      return 'excellent';
    case 'ceiling':
    case 'forced':
      return effect.level;
    default:
      return null;
  }
}

const rank = (level: RatingLevel | null) =>
  level === null ? ratingLevels.length : ratingLevels.indexOf(level);

const lowest = (findings: readonly RatingFinding[]): RatingLevel | null =>
  findings
    .map(ceilingOf)
    .reduce<RatingLevel | null>((low, next) => (rank(next) > rank(low) ? next : low), 'excellent');

function verdictOf(
  level: RatingLevel | null,
  stage: RatingStage,
  findings: readonly RatingFinding[],
): Verdict | null {
  if (level === null) return null;
  const against = findings.filter((finding) => rank(level) < rank(ceilingOf(finding)));
  if (against.length === 0) return { kind: 'fine' };
  const forbidding = stage === 'decided' ? against.filter((finding) => finding.forbids) : [];
  const [kind, chosen] =
    forbidding.length > 0 ? (['forbidden', forbidding] as const) : (['informed', against] as const);
  return { kind, by: chosen.map((finding) => finding.conditionId) };
}

/**
 * What the rules in force say of one person or collective: each condition with its article, whether it holds, the
 * highest level left, and how the chosen levels stand to it. It informs and never proposes a level.
 * @param pack with the office's values (`applyOverrides`)
 */
export function evaluateConditions(pack: RulePack, facts: RatingFacts): RatingEvaluation {
  const findings = [
    scoreFinding(pack, facts),
    ...pack.conditions.map((one) => requirementFinding(one, facts)),
    ...pack.specialCases.map((one) => caseFinding(one, facts)),
    ...pack.orders.map((one) => orderFinding(one, facts)),
  ].filter((one) => one !== null);
  const kinds = new Set<string>(findings.map((finding) => finding.effect.kind));
  return {
    findings,
    withoutLevel: withoutLevel.find((kind) => kinds.has(kind)) ?? null,
    highest: lowest(findings),
    highestPermitted: lowest(findings.filter((finding) => finding.forbids)),
    verdicts: {
      self: verdictOf(facts.levels.self, 'self', findings),
      proposed: verdictOf(facts.levels.proposed, 'proposed', findings),
      decided: verdictOf(facts.levels.decided, 'decided', findings),
    },
  };
}
