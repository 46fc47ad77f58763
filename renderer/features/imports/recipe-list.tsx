import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Recipe } from '../../../db/contract/recipes.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { importKindNames } from '../../../db/contract/vi/imports.ts';
import { recipesText } from '../../../db/contract/vi/recipes.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/field.tsx';
import { FailedState } from '../../components/state.tsx';
import { call } from '../../lib/api.ts';
import { formatMoment } from '../../lib/format.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import styles from './imports.module.css';

type Asked = { act: 'rename' | 'remove'; recipe: Recipe } | null;

/** Kept ways of reading sheets, the last used first; each can be renamed or removed. */
export function RecipeList() {
  const recipes = useQuery({ queryKey: queryKeys.recipes, queryFn: () => call('recipes.list', {}) });
  const [asked, setAsked] = useState<Asked>(null);
  const list = recipes.data?.recipes;
  if (recipes.isError) return <FailedState error={recipes.error} onRetry={() => void recipes.refetch()} />;
  if (list === undefined) return null;
  return (
    <section className={styles.history} aria-labelledby="import-recipes">
      <h2 id="import-recipes" className={styles.sectionTitle}>
        {recipesText.title}
      </h2>
      <p className={styles.muted}>{recipesText.intro}</p>
      {list.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{recipesText.name}</th>
              <th>{recipesText.sender}</th>
              <th className={styles.right}>{recipesText.columns}</th>
              <th>{recipesText.from}</th>
              <th>{recipesText.at}</th>
              <th aria-label={recipesText.rename} />
            </tr>
          </thead>
          <tbody>
            {list.map((recipe) => (
              <tr key={recipe.id}>
                <td title={importKindNames[recipe.kind]}>{recipe.name}</td>
                <td>{recipe.sender || recipesText.noSender}</td>
                <td className={styles.right}>{recipesText.columnCount(recipe.columns)}</td>
                <td>{recipe.fileName}</td>
                <td className={styles.nowrap}>{formatMoment(recipe.at)}</td>
                <td className={styles.right}>
                  <span className={styles.filterButtons}>
                    <Button
                      small
                      aria-label={recipesText.renameOf(recipe.name)}
                      onClick={() => setAsked({ act: 'rename', recipe })}
                    >
                      {recipesText.rename}
                    </Button>
                    <Button
                      small
                      aria-label={recipesText.removeOf(recipe.name)}
                      onClick={() => setAsked({ act: 'remove', recipe })}
                    >
                      {recipesText.remove}
                    </Button>
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asked?.act === 'rename' && <RenameDialog recipe={asked.recipe} onClose={() => setAsked(null)} />}
      {asked?.act === 'remove' && <RemoveDialog recipe={asked.recipe} onClose={() => setAsked(null)} />}
    </section>
  );
}

interface RecipeDialogProps {
  recipe: Recipe;
  onClose: () => void;
}

/** Runs a write of a recipe, then shows the list anew. */
function useRecipeWrite(onClose: () => void) {
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const run = async (write: () => Promise<unknown>, done: string) => {
    setBusy(true);
    try {
      await write();
      notifyDone(done);
    } catch (error) {
      notifyError(error);
    } finally {
      await queryClient.invalidateQueries({ queryKey: queryKeys.recipes });
      onClose();
    }
  };
  return { busy, run };
}

function RenameDialog({ recipe, onClose }: RecipeDialogProps) {
  const [name, setName] = useState(recipe.name);
  const { busy, run } = useRecipeWrite(onClose);
  const typed = name.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed === '') return;
    const { id, version } = recipe;
    void run(() => call('recipes.rename', { id, version, name: typed }), recipesText.renamed(typed));
  };
  return (
    <Dialog
      title={recipesText.renameOf(recipe.name)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{commonText.cancel}</Button>
          <Button type="submit" form="rename-recipe" variant="primary" disabled={busy || typed === ''}>
            {recipesText.save}
          </Button>
        </>
      }
    >
      <form id="rename-recipe" onSubmit={submit}>
        <TextField
          label={recipesText.name}
          value={name}
          maxLength={120}
          data-first-focus
          onChange={(event) => setName(event.target.value)}
        />
      </form>
    </Dialog>
  );
}

function RemoveDialog({ recipe, onClose }: RecipeDialogProps) {
  const { busy, run } = useRecipeWrite(onClose);
  const { id, version, name } = recipe;
  return (
    <Dialog
      title={recipesText.removeQuestion(name)}
      onClose={onClose}
      actions={
        <>
          <Button data-first-focus onClick={onClose}>
            {commonText.cancel}
          </Button>
          <Button
            variant="primary"
            disabled={busy}
            onClick={() => run(() => call('recipes.remove', { id, version }), recipesText.removed(name))}
          >
            {recipesText.remove}
          </Button>
        </>
      }
    >
      <p>{recipesText.removeSafe}</p>
    </Dialog>
  );
}
