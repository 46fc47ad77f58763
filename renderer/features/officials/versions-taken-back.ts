/** '12:2' -> 4: version 4 of person 12 holds what version 2 held; what was done in between was taken back here. */
const made = new Map<string, number>();

/** `version` is the one that an act made, `restored` the one that took it back. */
export function noteTakenBack(id: number, version: number, restored: number): void {
  made.set(`${id}:${version - 1}`, restored);
}

/** The version that now holds what `version` held, where this window has taken back everything after it. */
export function versionAfterUndo(id: number, version: number): number {
  const next = made.get(`${id}:${version}`);
  return next === undefined ? version : versionAfterUndo(id, next);
}
