import { hasWorkbook } from '../contract/document-kinds.ts';
import type { DocumentInput, WorkbookInput } from '../contract/documents.ts';
import { withList } from '../contract/page-places.ts';
import { cliText } from '../contract/vi/cli.ts';
import { dayOf } from '../domain/dates.ts';
import { type BreakdownId, breakdownIds, type SummaryTableId, summaryTableIds } from '../domain/summaries.ts';
import {
  type Call,
  type CliValues,
  type Command,
  loggedIn,
  numberOf,
  oneOf,
  required,
  WrongUse,
} from './cli-common.ts';
import { writeFileWhole } from './write-file.ts';

/** Lists that are one of the program's lists narrowed to what is asked for most. */
const kinds = [
  ...summaryTableIds,
  'rating-summary',
  'pledges',
  'pledges-list',
  'pledges-not-signed',
  'ratings-list',
  'leader-ratings-list',
  'reviews',
  'remediation-plan',
  'remediation-report',
  'remediation-list',
  'remediation-overdue',
  'remediation-due-soon',
  'dossier',
  'officials',
] as const;
type Kind = (typeof kinds)[number];
const endings = ['.xlsx', '.docx', '.html'] as const;
type Ending = (typeof endings)[number];

/** Columns of the list of people on paper; none of them is sensitive. */
const listColumns = ['birthDate', 'organization', 'posts', 'admittedOn', 'fullMemberOn'] as const;

const optionalNumber = (values: CliValues, name: 'unit' | 'quarter'): number | null => {
  const value = values[name];
  return value === undefined ? null : numberOf(value, name);
};

/** The document that a kind of the command line means. */
function documentOf(kind: Kind, values: CliValues): DocumentInput {
  const organizationId = optionalNumber(values, 'unit');
  if (kind === 'officials') return { kind: 'officials-list', organizationId, columns: [...listColumns] };
  const year = numberOf(required(values, 'year'), 'year');
  const quarter = optionalNumber(values, 'quarter') ?? 0;
  if (quarter > 0 && !hasQuarters(kind)) throw new WrongUse(cliText.noQuarters(kind));
  switch (kind) {
    case 'rating-summary':
    case 'pledges':
    case 'pledges-list':
    case 'remediation-plan':
    case 'remediation-list':
      return { kind, year, organizationId };
    case 'pledges-not-signed':
      return { kind: 'pledges-list', year, organizationId, show: 'notSigned' };
    case 'ratings-list':
      return { kind, year, quarter, organizationId, of: 'member' };
    case 'leader-ratings-list':
      return { kind: 'ratings-list', year, quarter, organizationId, of: 'leader' };
    case 'remediation-overdue':
      return { kind: 'remediation-list', year, organizationId, show: 'overdue' };
    case 'remediation-due-soon':
      return { kind: 'remediation-list', year, organizationId, show: 'dueSoon' };
    case 'reviews':
      return { kind, year, quarter, organizationId };
    case 'remediation-report':
      return { kind, year, organizationId, asOf: dayOf(new Date()) };
    case 'dossier':
      return { kind, lastYear: year, officialId: numberOf(required(values, 'person'), 'person') };
    default:
      return {
        kind: 'summary',
        ...{ table: kind, year, quarter, organizationId },
        groups: groupsOf(values),
        compare: values.compare ?? false,
        hideSmall: values.public ?? false,
      };
  }
}

const isTable = (kind: Kind): kind is SummaryTableId => summaryTableIds.some((table) => table === kind);
const hasQuarters = (kind: Kind): boolean =>
  isTable(kind) || kind === 'ratings-list' || kind === 'leader-ratings-list' || kind === 'reviews';

/** Groups that table 5a counts apart. */
const groupsOf = ({ groups }: CliValues): BreakdownId[] =>
  groups === undefined ? [] : groups.split(',').map((group) => oneOf(group.trim(), '--groups', breakdownIds));

/** What stands in the file, as JSON; a list of papers has no figures of its own. */
async function figuresOf(call: Call, input: DocumentInput): Promise<object> {
  if (input.kind === 'rating-summary')
    return call('reports.ratingSummary', { year: input.year, organizationId: input.organizationId ?? null });
  if (input.kind !== 'summary') return {};
  const { table, year, quarter, organizationId, compare, groups } = input;
  const { rows, total, countedOn, rule } = await call('summaries.get', {
    table,
    year,
    quarter,
    organizationId,
    compare,
    groups,
  });
  return { table, year, quarter, countedOn, rule, rows, total };
}

async function contentOf(call: Call, input: DocumentInput, ending: Ending): Promise<string | Uint8Array> {
  if (ending === '.xlsx') return (await call('documents.workbook', input as WorkbookInput)).bytes;
  if (ending === '.docx') return (await call('documents.docx', input)).bytes;
  return withList(await call('documents.html', input), 'plain');
}

/** Writes a summary table or a list to a file; the ending says in which form. */
export const report: Command = ([kindText = ''], values) => {
  const kind = oneOf(kindText, 'report', kinds);
  const input = documentOf(kind, values);
  const out = required(values, 'out');
  const possible = endings.filter((each) => each !== '.xlsx' || hasWorkbook(input));
  const ending = possible.find((each) => out.toLowerCase().endsWith(each));
  if (ending === undefined) throw new WrongUse(cliText.badEnding(possible));
  return loggedIn(required(values, 'data'), async (call) => {
    const content = await contentOf(call, input, ending);
    const figures = await figuresOf(call, input);
    writeFileWhole(out, content);
    return { json: { ...figures, out }, text: cliText.written(out) };
  });
};
