import { createContext, useContext } from 'react';
import type { ReviewOpinionEntry, ReviewPrompt } from '../../../db/contract/reviews.ts';

/** What sections ask of the editor: dialogs stand outside its form. */
export interface EditorActs {
  /** null adds one. */
  editPrompt: (prompt: ReviewPrompt | null) => void;
  editOpinion: (opinion: ReviewOpinionEntry | null) => void;
}

export const EditorActsContext = createContext<EditorActs>({
  editPrompt: () => undefined,
  editOpinion: () => undefined,
});
export const useEditorActs = (): EditorActs => useContext(EditorActsContext);
