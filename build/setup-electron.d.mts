export interface ElectronRuntime {
  executable: string;
  /** What starts our built app; further arguments follow these. */
  args: string[];
  kind: 'override' | 'official' | 'fallback';
}
/** The Electron that is there now; null where none was brought yet (`npm test` and others bring it). */
export function presentElectron(): ElectronRuntime | null;
export function ensureElectron(): Promise<ElectronRuntime>;
/** The same Electron for another app folder, which the fallback needs a copy of its own for. */
export function electronForApp(appFolder: string, name: string): ElectronRuntime;
