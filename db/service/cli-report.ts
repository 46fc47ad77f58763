import { hasWorkbook } from '../contract/document-kinds.ts';
import type { DocumentInput, WorkbookInput } from '../contract/documents.ts';
import { withList } from '../contract/page-places.ts';
import { cliText } from '../contract/vi/cli.ts';
import { dayOf } from '../domain/dates.ts';
import { type SummaryTableId, summaryTableIds } from '../domain/summaries.ts';
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

const kinds = [
  ...summaryTableIds,
  'rating-summary',
  'pledges',
  'pledges-list',
  'ratings-list',
  'reviews',
  'remediation-plan',
  'remediation-report',
  'remediation-list',
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
  switch (kind) {
    case 'rating-summary':
    case 'pledges':
    case 'pledges-list':
    case 'ratings-list':
    case 'remediation-plan':
    case 'remediation-list':
      return { kind, year, organizationId };
    case 'reviews':
      return { kind, year, quarter: optionalNumber(values, 'quarter') ?? 0, organizationId };
    case 'remediation-report':
      return { kind, year, organizationId, asOf: dayOf(new Date()) };
    case 'dossier':
      return { kind, lastYear: year, officialId: numberOf(required(values, 'person'), 'person') };
    default:
      return {
        kind: 'summary',
        ...tableOf(kind, values, year, organizationId),
        hideSmall: values.public ?? false,
      };
  }
}

const tableOf = (table: SummaryTableId, values: CliValues, year: number, organizationId: number | null) => ({
  table,
  year,
  quarter: optionalNumber(values, 'quarter') ?? 0,
  organizationId,
  compare: values.compare ?? false,
});

/** What stands in the file, as JSON; a list of papers has no figures of its own. */
async function figuresOf(call: Call, input: DocumentInput): Promise<object> {
  if (input.kind === 'rating-summary')
    return call('reports.ratingSummary', { year: input.year, organizationId: input.organizationId ?? null });
  if (input.kind !== 'summary') return {};
  const { table, year, quarter, organizationId, compare } = input;
  const { rows, total, countedOn, rule } = await call('summaries.get', {
    table,
    year,
    quarter,
    organizationId,
    compare,
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
