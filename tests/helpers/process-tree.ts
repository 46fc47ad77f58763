import { readdirSync, readFileSync } from 'node:fs';

/** A process can be replaced by another of the same number; its start time tells them apart. */
export interface ProcessMark {
  pid: number;
  startTime: string;
  command: string;
}

interface Stat extends ProcessMark {
  parent: number;
  state: string;
}

function readStat(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in parentheses and may hold spaces.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { pid, state: fields[0] ?? '', parent: Number(fields[1]), startTime: fields[19] ?? '', command };
  } catch {
    return null; // It ended meanwhile.
  }
}

const allProcesses = (): Stat[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readStat(Number(name)))
    .filter((stat) => stat !== null);

/** A process and everything under it (Linux). Empty elsewhere. */
export function processTree(root: number): ProcessMark[] {
  if (process.platform !== 'linux') return [];
  const all = allProcesses();
  const found: Stat[] = all.filter(({ pid }) => pid === root);
  for (let index = 0; index < found.length; index++) {
    found.push(...all.filter(({ parent }) => parent === found[index]?.pid));
  }
  return found;
}

/** Those of the marked processes that still run. A zombie has ended and only waits for its parent. */
export function stillRunning(marks: readonly ProcessMark[]): ProcessMark[] {
  return marks.filter(({ pid, startTime }) => {
    const now = readStat(pid);
    return now !== null && now.startTime === startTime && now.state !== 'Z';
  });
}

/** Waits until all marked processes have ended; returns those that have not after `ms`. */
export async function waitForEnd(marks: readonly ProcessMark[], ms = 20_000): Promise<ProcessMark[]> {
  const until = Date.now() + ms;
  let left = stillRunning(marks);
  while (left.length > 0 && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    left = stillRunning(left);
  }
  return left;
}

/** Sum of the proportional set sizes of a process tree, in MiB: shared pages count once. */
export function treeMemoryMiB(root: number): number {
  const kilobytes = processTree(root).map(({ pid }) => {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0);
  });
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1024;
}
