import type { UseFormReturn } from 'react-hook-form';
import type { FormSection } from '../../../db/contract/form-sets.ts';
import type { Review } from '../../../db/contract/reviews.ts';
import { formSectionHints, formSectionTitles } from '../../../db/contract/vi/forms-sections.ts';
import { itemResultNames } from '../../../db/contract/vi/pledges.ts';
import { shortcomingOutcomeNames, reviewsText as text } from '../../../db/contract/vi/reviews.ts';
import { itemResults, selfMarks, shortcomingOutcomes } from '../../../db/domain/cycle.ts';
import { SelectField, TextAreaField } from '../../components/field.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import type { Newer } from '../../lib/use-newer.ts';
import styles from './editor.module.css';
import { PromptAnswers } from './prompt-answers.tsx';
import {
  hasMark,
  hasText,
  markField,
  outcomeField,
  outcomeTextField,
  type ReviewValues,
  resultField,
  resultNoteField,
  textField,
} from './review-model.ts';
import { SelfRatingFields } from './self-rating-fields.tsx';
import { ShortcomingRows } from './shortcoming-rows.tsx';

export interface SectionProps {
  review: Review;
  section: FormSection;
  form: UseFormReturn<ReviewValues>;
  newer: Newer;
  locked: boolean;
}

const MAX_TEXT = 20_000;
const notTooLong = (typed: string | undefined): true | string =>
  (typed ?? '').length <= MAX_TEXT || text.tooLong((typed ?? '').length);

export const sectionPlace = (id: string): string => `review-${id}`;

/** One section of the form under its printed heading: what its kind asks for, then free text and the self-mark. */
export function SectionFields(props: SectionProps) {
  const { section } = props;
  const title = formSectionTitles[section.title];
  const hint = formSectionHints[section.title];
  const Heading = section.level === 1 ? 'h2' : 'h3';
  return (
    <section id={sectionPlace(section.id)} className={styles.section} aria-label={title}>
      <Heading>{section.level === 1 ? `${section.mark}- ${title}` : `${section.mark}. ${title}`}</Heading>
      {hint !== undefined && <p className={styles.meta}>{hint}</p>}
      <Own {...props} />
      {hasText(section) && <SectionText {...props} />}
      {hasMark(section) && <SelfMarkField {...props} />}
    </section>
  );
}

function Own(props: SectionProps) {
  switch (props.section.input) {
    case 'pledgeResults':
      return <PledgeResults {...props} />;
    case 'shortcomings':
      return <ShortcomingRows {...props} />;
    case 'earlierShortcomings':
      return <EarlierShortcomings {...props} />;
    case 'prompts':
      return <PromptAnswers {...props} />;
    case 'selfRating':
      return <SelfRatingFields {...props} />;
    default:
      return null;
  }
}

function SectionText({ section, form, newer, locked }: SectionProps) {
  const field = textField(section.id);
  return (
    <div>
      <TextAreaField
        label={text.text}
        error={form.formState.errors[field]?.message}
        disabled={locked}
        {...form.register(field, { validate: notTooLong })}
      />
      <NewerField newer={newer} field={field} />
    </div>
  );
}

function SelfMarkField({ section, form, newer, locked }: SectionProps) {
  const field = markField(section.id);
  return (
    <div>
      <SelectField className={styles.mark} label={text.mark} disabled={locked} {...form.register(field)}>
        <option value="">{text.noMark}</option>
        {selfMarks.map((mark) => (
          <option key={mark} value={mark}>
            {text.marks[mark]}
          </option>
        ))}
      </SelectField>
      <NewerField
        newer={newer}
        field={field}
        show={(value) => text.marks[selfMarks.find((mark) => mark === value) ?? 'good']}
      />
    </div>
  );
}

function PledgeResults({ review, form, newer, locked }: SectionProps) {
  if (review.pledgeItems.length === 0) return <p className={styles.meta}>{text.noPledge}</p>;
  return review.pledgeItems.map((item, index) => (
    <div key={item.id} className={styles.item}>
      <p>
        {index + 1}. {item.text}
        {item.target !== '' && <span className={styles.meta}> ({item.target})</span>}
      </p>
      <SelectField
        label={text.resultOf(index + 1)}
        disabled={locked}
        {...form.register(resultField(item.id))}
      >
        <option value="">{text.noResult}</option>
        {itemResults.map((result) => (
          <option key={result} value={result}>
            {itemResultNames[result]}
          </option>
        ))}
      </SelectField>
      <div>
        <TextAreaField
          label={text.resultNoteOf(index + 1)}
          rows={1}
          error={form.formState.errors[resultNoteField(item.id)]?.message}
          disabled={locked}
          {...form.register(resultNoteField(item.id))}
        />
        <NewerField newer={newer} field={resultNoteField(item.id)} />
        <NewerField
          newer={newer}
          field={resultField(item.id)}
          show={(value) => itemResultNames[itemResults.find((each) => each === value) ?? 'done']}
        />
      </div>
    </div>
  ));
}

function EarlierShortcomings({ review, form, newer, locked }: SectionProps) {
  if (review.earlier.length === 0) return <p className={styles.meta}>{text.noEarlier}</p>;
  return review.earlier.map((each, index) => (
    <div key={each.id} className={styles.item}>
      <p>
        {each.text}
        <br />
        <span className={styles.meta}>
          {text.earlier(each.year, each.quarter)}; {text.earlierTasks(each.tasks, each.verified)}
        </span>
      </p>
      <SelectField
        label={text.outcomeOf(index + 1)}
        disabled={locked}
        {...form.register(outcomeField(each.id))}
      >
        <option value="">{text.noOutcome}</option>
        {shortcomingOutcomes.map((outcome) => (
          <option key={outcome} value={outcome}>
            {shortcomingOutcomeNames[outcome]}
          </option>
        ))}
      </SelectField>
      <div>
        <TextAreaField
          label={text.outcomeTextOf(index + 1)}
          rows={1}
          error={form.formState.errors[outcomeTextField(each.id)]?.message}
          disabled={locked}
          {...form.register(outcomeTextField(each.id))}
        />
        <NewerField newer={newer} field={outcomeTextField(each.id)} />
        <NewerField
          newer={newer}
          field={outcomeField(each.id)}
          show={(value) =>
            shortcomingOutcomeNames[shortcomingOutcomes.find((known) => known === value) ?? 'underWay']
          }
        />
      </div>
    </div>
  ));
}
