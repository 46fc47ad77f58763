import { useQueryClient } from '@tanstack/react-query';
import type { ShownPack } from '../../../db/contract/settings.ts';
import { commonText } from '../../../db/contract/vi/common.ts';
import { criteriaText as text } from '../../../db/contract/vi/criteria.ts';
import { formatHundredths } from '../../../db/contract/vi/numbers.ts';
import { subjectGroupNames } from '../../../db/contract/vi/rule-packs/names.ts';
import { notifyDone, notifyError } from '../../app/notifier/notices.ts';
import { Button } from '../../components/button.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { PackEnd } from './pack-end.tsx';
import styles from './settings.module.css';

/** The tables of criteria of a pack; a province's pack can be taken away while no year uses it. */
export function PackCriteria({ pack, mayEdit }: { pack: ShownPack; mayEdit: boolean }) {
  const queryClient = useQueryClient();
  const refresh = async () => {
    await queryClient.invalidateQueries({ queryKey: queryKeys.settings });
    void queryClient.invalidateQueries({ queryKey: queryKeys.cycles });
  };
  const remove = async () => {
    try {
      const { restore } = await call('rulePacks.remove', { packId: pack.id });
      await refresh();
      notifyDone(text.removed(pack.title), {
        actions: [
          {
            label: commonText.undo,
            run: async () => {
              await call('rulePacks.add', restore);
              await refresh();
              notifyDone(text.restored(pack.title));
            },
          },
        ],
      });
    } catch (error) {
      notifyError(error);
    }
  };
  if (pack.criteriaTables.length === 0) return null;
  return (
    <div className={styles.criteria}>
      {pack.criteriaTables.map((table) => (
        <table key={table.id} className={styles.facts}>
          <caption className={styles.hint}>
            {table.subjects.map((group) => subjectGroupNames[group]).join(', ')}
            {table.bonus && ` · ${text.bonusMost(formatHundredths(table.bonus.maxHundredths))}`}
          </caption>
          <thead>
            <tr>
              <th>{text.criterion}</th>
              <th className={styles.points}>{text.points}</th>
            </tr>
          </thead>
          <tbody>
            {table.criteria.map((one) => (
              <tr key={one.id}>
                <td>{one.text}</td>
                <td className={styles.points}>{formatHundredths(one.maxHundredths)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      {mayEdit && pack.basedOn !== null && (
        <>
          <PackEnd pack={pack} />
          <Button small onClick={() => remove()}>
            {text.remove}
          </Button>
        </>
      )}
    </div>
  );
}
