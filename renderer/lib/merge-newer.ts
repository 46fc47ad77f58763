/**
 * What a form holds after another session saved first: untouched fields take the newer value, typed ones stay.
 * `conflicts` are the fields that both sides changed differently. Only the fields of `newer` are looked at.
 */
export function mergeNewer<Newer extends object, Typed extends Newer>(
  base: Newer,
  typed: Typed,
  newer: Newer,
): { values: Typed; conflicts: (keyof Newer)[] } {
  const values = { ...typed };
  const conflicts: (keyof Newer)[] = [];
  for (const field of Object.keys(newer) as (keyof Newer)[]) {
    if (newer[field] === base[field] || typed[field] === newer[field]) continue;
    if (typed[field] === base[field]) values[field] = newer[field] as Typed[keyof Newer];
    else conflicts.push(field);
  }
  return { values, conflicts };
}
