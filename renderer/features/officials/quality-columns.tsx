import type { QualityFinding } from '../../../db/contract/quality.ts';
import { formatNumber } from '../../../db/contract/vi/numbers.ts';
import { officialFieldLabels, personLabels } from '../../../db/contract/vi/officials.ts';
import { qualityText } from '../../../db/contract/vi/quality.ts';
import { numberColumnWidth } from '../../components/number-column.ts';
import tableStyles from '../../components/table.module.css';
import type { Column } from '../../components/virtual-table.tsx';
import { formatDate } from '../../lib/format.ts';

const date = (id: 'birthDate' | 'admittedOn' | 'fullMemberOn'): Column<QualityFinding> => ({
  id,
  title: officialFieldLabels[id],
  width: 104,
  align: 'right',
  render: (finding) => formatDate(finding[id]),
});

/** Who it is, the three days that the rules compare, and what else the finding is about. */
export const qualityColumns = (total: number): ReadonlyArray<Column<QualityFinding>> => [
  {
    id: 'rowNo',
    title: personLabels.rowNo,
    width: numberColumnWidth(total),
    align: 'right',
    frozen: true,
    render: (_finding, index) => formatNumber(index + 1),
  },
  {
    id: 'fullName',
    title: officialFieldLabels.fullName,
    width: 184,
    frozen: true,
    render: (finding) => <span className={tableStyles.strong}>{finding.fullName}</span>,
    tip: (finding) => finding.fullName,
  },
  date('birthDate'),
  {
    id: 'organization',
    title: personLabels.organization,
    width: 160,
    grow: 1,
    render: (finding) => finding.organizationName,
    tip: (finding) => finding.organizationName,
  },
  date('admittedOn'),
  date('fullMemberOn'),
  {
    id: 'detail',
    title: qualityText.detail,
    width: 160,
    grow: 2,
    render: (finding) => finding.detail,
    tip: (finding) => finding.detail,
  },
];
