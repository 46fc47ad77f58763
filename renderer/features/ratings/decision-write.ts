let underWay: Promise<unknown> | null = null;

/** Writes the body and day of a period's decisions; levels given meanwhile wait for it, since they bear what it says. */
export async function writeDecision(write: () => Promise<void>): Promise<void> {
  const own = write();
  underWay = own;
  try {
    await own;
  } finally {
    if (underWay === own) underWay = null;
  }
}

/** null when none is under way. Never fails: whoever wrote it tells why it was refused. */
export const decisionUnderWay = (): Promise<unknown> | null => underWay?.catch(() => undefined) ?? null;
