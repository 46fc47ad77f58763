import { useQuery } from '@tanstack/react-query';
import type { SheetProblems } from '../../../db/contract/sheet-readings.ts';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import type { StagedSheet } from './import-choice.ts';
import type { UnderstoodFlow } from './import-flow.ts';

/** What is wrong in the cells of the whole sheet, as it is read now; undefined before the first answer. */
export function useSheetProblems(
  { staged, revision }: UnderstoodFlow,
  sheet: StagedSheet,
): SheetProblems | undefined {
  const { stageId } = staged;
  const found = useQuery({
    queryKey: queryKeys.sheetProblems(stageId, sheet.name, revision),
    queryFn: () => call('imports.sheetProblems', { stageId, sheet: sheet.name }),
    placeholderData: (before) => before,
  });
  return found.data;
}
