import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import type { FormSection } from '../../../db/contract/form-sets.ts';
import type { Review } from '../../../db/contract/reviews.ts';
import { formSectionTitles } from '../../../db/contract/vi/forms-sections.ts';
import { reviewsText as text } from '../../../db/contract/vi/reviews.ts';
import { classes } from '../../components/classes.ts';
import styles from './editor.module.css';
import { filledSections, type ReviewValues } from './review-model.ts';
import { sectionPlace } from './section-fields.tsx';

/** The part after the form's own sections. */
export const BODIES = 'bodies';

interface SectionNavProps {
  sections: readonly FormSection[];
  review: Review;
  form: UseFormReturn<ReviewValues>;
}

/** The sections at the left; a mark where something is written. Choosing one goes to its first field. */
export function SectionNav({ sections, review, form }: SectionNavProps) {
  const values = useWatch({ control: form.control }) as ReviewValues;
  const filled = filledSections(review, values);
  return (
    <nav className={styles.nav} aria-label={text.sections}>
      <ol>
        {sections.map((section) => (
          <li key={section.id}>
            <button
              type="button"
              className={classes(section.level === 1 ? styles.top : styles.sub)}
              onClick={() => goToSection(section.id)}
            >
              <span>
                {section.level === 1 ? `${section.mark}- ` : `${section.mark}. `}
                {formSectionTitles[section.title]}
              </span>
              {filled.has(section.id) && <IconCircleCheck size={14} aria-label={text.written} />}
            </button>
          </li>
        ))}
        <li>
          <button type="button" className={styles.top} onClick={() => goToSection(BODIES)}>
            {text.bodies}
          </button>
        </li>
      </ol>
    </nav>
  );
}

function goToSection(id: string): void {
  const section = document.getElementById(sectionPlace(id));
  section?.scrollIntoView({ block: 'start' });
  section
    ?.querySelector<HTMLElement>('textarea:enabled, input:enabled, select:enabled, button')
    ?.focus({ preventScroll: true });
}
