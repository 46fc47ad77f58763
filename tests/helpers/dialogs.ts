import type { ElectronApplication } from '@playwright/test';

/** Answers the next open dialogs with one file, as a person would choose it; null cancels. */
export function answerOpenDialog(app: ElectronApplication, file: string | null): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: filePath === null, filePaths: filePath === null ? [] : [filePath] });
  }, file);
}

/** Answers the next save dialogs with one place; null cancels. */
export function answerSaveDialog(app: ElectronApplication, file: string | null): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' });
  }, file);
}
