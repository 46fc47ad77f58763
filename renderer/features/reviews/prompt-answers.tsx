import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { promptSourceNames, reviewsText as text } from '../../../db/contract/vi/reviews.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { TextAreaField } from '../../components/field.tsx';
import { NewerField } from '../../components/newer-note.tsx';
import { formatDate } from '../../lib/format.ts';
import { useMayWrite } from '../officials/use-may-write.ts';
import styles from './editor.module.css';
import { useEditorActs } from './editor-acts.ts';
import { answerField } from './review-model.ts';
import type { SectionProps } from './section-fields.tsx';

/** Each suggested question with its source and day, and the answer under it. */
export function PromptAnswers({ review, form, newer, locked }: SectionProps) {
  const acts = useEditorActs();
  const mayWrite = useMayWrite();
  return (
    <>
      {review.prompts.length === 0 && <p className={styles.meta}>{text.noPrompts}</p>}
      {review.prompts.map((prompt, index) => (
        <div key={prompt.id} className={styles.prompt}>
          <div className={styles.promptHead}>
            <p>
              {index + 1}. {prompt.matter}
              <br />
              <span className={styles.meta}>
                {[
                  promptSourceNames[prompt.source],
                  formatDate(prompt.sentOn),
                  prompt.conclusion === '' ? '' : `${text.conclusion}: ${prompt.conclusion}`,
                ]
                  .filter(Boolean)
                  .join('; ')}
              </span>
            </p>
            {mayWrite && (
              <IconButton small label={text.editPrompt} onClick={() => acts.editPrompt(prompt)}>
                <IconPencil size={16} aria-hidden />
              </IconButton>
            )}
          </div>
          <TextAreaField
            label={text.answerOf(index + 1)}
            error={form.formState.errors[answerField(prompt.id)]?.message}
            disabled={locked}
            {...form.register(answerField(prompt.id))}
          />
          <NewerField newer={newer} field={answerField(prompt.id)} />
        </div>
      ))}
      {mayWrite && (
        <Button small className={styles.add} onClick={() => acts.editPrompt(null)}>
          <IconPlus size={16} aria-hidden />
          {text.addPrompt}
        </Button>
      )}
    </>
  );
}
