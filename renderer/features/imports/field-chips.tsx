import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconGripVertical from '@tabler/icons-react/dist/esm/icons/IconGripVertical.mjs';
import type { DragEvent } from 'react';
import { columnFieldLabels } from '../../../db/contract/vi/imports.ts';
import { mappingText } from '../../../db/contract/vi/imports-mapping.ts';
import { marksOf } from '../../../db/contract/workbook-fields.ts';
import type { ColumnField, ImportKind } from '../../../db/contract/workbooks.ts';
import type { RatingStage } from '../../../db/domain/ratings.ts';
import { classes } from '../../components/classes.ts';
import { fieldGroups, isColumnField } from './column-choices.ts';
import { fieldsTwice, missingFields, type StagedSheet } from './import-choice.ts';
import styles from './mapping.module.css';

const DRAGGED = 'application/x-tuduong-field';

/** Whether a field's chip is being dragged; what it is can be read at the drop only. */
export const holdsField = (event: DragEvent): boolean => event.dataTransfer.types.includes(DRAGGED);
export function draggedField(event: DragEvent): ColumnField | null {
  const text = event.dataTransfer.getData(DRAGGED);
  return isColumnField(text) ? text : null;
}

/** A step of the rating has one column of levels, or four of marks; the first two steps are rarely marked. */
const needlessMarks = (
  stage: RatingStage,
  plain: ColumnField,
): Partial<Record<ColumnField, readonly ColumnField[]>> => ({
  ...Object.fromEntries(
    marksOf(stage).map((field) => [
      field,
      stage === 'decided' ? [plain] : [plain, 'ratingDecided', 'fullName'],
    ]),
  ),
  [plain]: marksOf(stage),
});

/** Fields that say the same as others: a chip for them would only be in the way. */
const needless: Partial<Record<ColumnField, readonly ColumnField[]>> = {
  fullName: ['familyMiddleName', 'givenName'],
  familyMiddleName: ['fullName'],
  givenName: ['fullName'],
  birthDate: ['birthDateMale', 'birthDateFemale'],
  birthDateMale: ['birthDate'],
  birthDateFemale: ['birthDate'],
  gender: ['femaleMark', 'birthDateMale'],
  femaleMark: ['gender', 'birthDateMale'],
  rowNo: ['fullName', 'familyMiddleName', 'partyOrg'],
  rowKey: ['fullName', 'familyMiddleName', 'partyOrg'],
  ...needlessMarks('self', 'ratingSelf'),
  ...needlessMarks('proposed', 'ratingProposed'),
  ...needlessMarks('decided', 'ratingDecided'),
};

/** What is joined, what is still missing, and the fields that no column fills, to be dragged onto one. */
export function FieldChips({
  sheet,
  kind,
  remark,
}: {
  sheet: StagedSheet;
  kind: ImportKind;
  remark: string | null;
}) {
  const { required, useful } = missingFields(sheet, kind);
  const used = new Set(sheet.columns.map(({ field }) => field));
  const free = fieldGroups(kind, null)
    .flatMap(({ fields }) => fields)
    .filter((field) => !used.has(field) && !(needless[field] ?? []).some((each) => used.has(each)));
  const needed = new Set(required.flat());
  const wanted = (field: ColumnField) => (needed.has(field) ? 0 : useful.includes(field) ? 1 : 2);
  const chips = [...free].sort((a, b) => wanted(a) - wanted(b));
  const missing = required.map((group) =>
    group.length > 1 ? mappingText.anyLevel : columnFieldLabels[group[0] ?? 'fullName'],
  );
  return (
    <section className={styles.chipBar}>
      <p className={styles.joined} role="status">
        <span className={styles.state}>
          {missing.length > 0 ? (
            <IconAlertTriangle size={16} aria-hidden />
          ) : (
            <IconCheck size={16} aria-hidden />
          )}
          {mappingText.joined(used.size - (used.has(null) ? 1 : 0))}{' '}
          {missing.length > 0 ? (
            <strong className={styles.missing}>{mappingText.missingRequired(missing.join(', '))}</strong>
          ) : (
            mappingText.nothingMissing
          )}
        </span>
        {useful.length > 0 && (
          <span>{mappingText.missingUseful(useful.map((field) => columnFieldLabels[field]).join(', '))}</span>
        )}
        {fieldsTwice(sheet).map(({ field, letters }) => (
          <span key={field}>{mappingText.twice(columnFieldLabels[field], letters.join(', '))}</span>
        ))}
        {remark !== null && <span>{remark}</span>}
      </p>
      {chips.length > 0 && (
        <div className={styles.chips}>
          <span className={styles.chipsLabel}>{mappingText.chips}</span>
          {chips.map((field) => (
            // biome-ignore lint/a11y/noStaticElementInteractions: the list over each column does the same by key
            <span
              key={field}
              className={classes(styles.chip, needed.has(field) && styles.needed)}
              draggable
              onDragStart={(event) => {
                event.dataTransfer.setData(DRAGGED, field);
                event.dataTransfer.effectAllowed = 'link';
              }}
            >
              <IconGripVertical size={14} aria-hidden />
              {columnFieldLabels[field]}
            </span>
          ))}
        </div>
      )}
    </section>
  );
}
