import type { UseFormReturn } from 'react-hook-form';
import { pledgeFormFor } from '../../../db/contract/form-choice.ts';
import type { FormSet } from '../../../db/contract/form-sets.ts';
import type { Pledge } from '../../../db/contract/pledges.ts';
import { formSectionHints } from '../../../db/contract/vi/forms-sections.ts';
import { pledgeVariantNames, pledgesText as text } from '../../../db/contract/vi/pledges.ts';
import { pledgeVariants } from '../../../db/domain/cycle.ts';
import { dayOf } from '../../../db/domain/dates.ts';
import { Button } from '../../components/button.tsx';
import { SelectField, TextAreaField } from '../../components/field.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import type { Newer } from '../../lib/use-newer.ts';
import { afterAct, itemsOf, type PledgeValues, textOf } from './pledge-items.ts';
import styles from './pledges.module.css';
import { SectionItems } from './section-items.tsx';

interface PledgeContentProps {
  pledge: Pledge;
  forms: readonly FormSet[];
  form: UseFormReturn<PledgeValues>;
  values: PledgeValues;
  sections: readonly { id: string; title: string; foreign: boolean }[];
  newer: Newer;
  editable: boolean;
  dueErrors: ReadonlySet<string>;
  dueMessage: string;
}

const hints: Readonly<Record<string, string | undefined>> = formSectionHints;

/** Another session's items, as they would be read. */
const newerItems = (value: string): string =>
  itemsOf(value)
    .map((item) => [item.text, item.target, item.due].filter((part) => part !== '').join(' – '))
    .join('; ');

/** The sections of the form in order, each with its items. */
export function PledgeContent(props: PledgeContentProps) {
  const { pledge, forms, form, values, sections, newer, editable, dueErrors, dueMessage } = props;
  const put = (field: string, value: string) => form.setValue(field, value, { shouldDirty: true });
  const answered = new Set(
    sections.flatMap(({ id }) => itemsOf(values[id]).map(({ shortcomingId }) => shortcomingId)),
  );
  const unanswered =
    pledge.pledgeId === null ? [] : pledge.openShortcomings.filter(({ id }) => !answered.has(id));
  const choices = forms.filter(({ subject }) => subject === 'anyone' || subject === values.variant);
  return (
    <>
      <div className={styles.variant}>
        <div>
          <SelectField
            label={text.variant}
            value={values.variant}
            disabled={!editable}
            onChange={(event) => {
              const variant = pledgeVariants[event.target.selectedIndex] ?? 'member';
              put('variant', variant);
              put('formId', pledgeFormFor(variant, dayOf(new Date())) ?? values.formId ?? '');
            }}
          >
            {pledgeVariants.map((each) => (
              <option key={each} value={each}>
                {pledgeVariantNames[each]}
              </option>
            ))}
          </SelectField>
          <NewerField
            newer={newer}
            field="variant"
            show={(value) => pledgeVariantNames[value === 'leader' ? 'leader' : 'member']}
          />
        </div>
        <div>
          <SelectField
            label={text.formLabel}
            value={values.formId}
            disabled={!editable}
            onChange={(event) => put('formId', event.target.value)}
          >
            {choices.map((each) => (
              <option key={each.id} value={each.id}>
                {each.number || each.name}
              </option>
            ))}
          </SelectField>
          <NewerField
            newer={newer}
            field="formId"
            show={(value) => forms.find(({ id }) => id === value)?.name ?? value}
          />
        </div>
      </div>
      {(values.variant === 'leader' || (values.duty ?? '') !== '') && (
        <div>
          <TextAreaField
            label={text.duty}
            rows={2}
            value={values.duty ?? ''}
            disabled={!editable}
            maxLength={2000}
            onChange={(event) => put('duty', event.target.value)}
          />
          <NewerField newer={newer} field="duty" />
        </div>
      )}
      {sections.map(({ id, title, foreign }, index) => (
        <section key={id} className={styles.section} aria-label={title}>
          <h2>
            {foreign ? title : `${index + 1}. ${title}`}
            {foreign && <span className={styles.foreign}>{text.otherForm}</span>}
          </h2>
          {hints[id] !== undefined && editable && <p className={styles.hint}>{hints[id]}</p>}
          <NewerField newer={newer} field={id} show={newerItems} />
          {id === 'remedies' &&
            editable &&
            unanswered.map((shortcoming) => (
              <p key={shortcoming.id} className={styles.notice}>
                {text.openShortcoming(shortcoming.year, shortcoming.quarter, shortcoming.text)}
                <Button
                  small
                  onClick={() => {
                    const act = {
                      act: 'add',
                      after: null,
                      text: shortcoming.text,
                      shortcomingId: shortcoming.id,
                    } as const;
                    put(id, textOf(afterAct(itemsOf(values[id]), act).items));
                  }}
                >
                  {text.takeShortcoming}
                </Button>
              </p>
            ))}
          <SectionItems
            sectionId={id}
            title={title}
            items={itemsOf(values[id])}
            shortcomings={pledge.openShortcomings}
            editable={editable}
            dueErrors={dueErrors}
            dueMessage={dueMessage}
            onChange={(items) => put(id, textOf(items))}
          />
        </section>
      ))}
      <TextAreaField
        label={text.note}
        rows={2}
        value={values.note ?? ''}
        disabled={!editable}
        maxLength={1000}
        onChange={(event) => put('note', event.target.value)}
      />
      <NewerField newer={newer} field="note" />
    </>
  );
}
