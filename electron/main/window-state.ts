/** Where the window stood and how large its text was: kept beside the data, never part of it. */
export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface WindowState {
  bounds: Rectangle;
  maximized: boolean;
  zoom: number;
}

/** Steps of Ctrl + and Ctrl -, as factors of the normal size. */
export const zoomSteps = [0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;

export const minimumSize = { width: 800, height: 560 } as const;
const preferredSize = { width: 1366, height: 768 } as const;

/** Below this width of the screen the program needs all of it. */
const SMALL_SCREEN = 1440;

/** The part of a title bar that must stay on a screen, so that the window can be taken hold of. */
const GRIP = { width: 120, height: 40 } as const;

/** The first start: in the middle of the screen, or all of a small one. */
export function firstState(workArea: Rectangle): WindowState {
  const width = Math.min(preferredSize.width, workArea.width);
  const height = Math.min(preferredSize.height, workArea.height);
  return {
    bounds: {
      x: workArea.x + Math.floor((workArea.width - width) / 2),
      y: workArea.y + Math.floor((workArea.height - height) / 2),
      width,
      height,
    },
    maximized: workArea.width < SMALL_SCREEN,
    zoom: 1,
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readBounds(value: unknown): Rectangle | null {
  if (!isObject(value)) return null;
  const { x, y, width, height } = value;
  const isWhole = (n: unknown): n is number => Number.isSafeInteger(n);
  return isWhole(x) && isWhole(y) && isWhole(width) && isWhole(height) ? { x, y, width, height } : null;
}

const overlap = (a: number, aLength: number, b: number, bLength: number): number =>
  Math.min(a + aLength, b + bLength) - Math.max(a, b);

/** A screen may have been unplugged or made smaller since the window was closed. */
function canBeGripped(bounds: Rectangle, workArea: Rectangle): boolean {
  return (
    overlap(bounds.x, bounds.width, workArea.x, workArea.width) >= GRIP.width &&
    bounds.y >= workArea.y &&
    bounds.y + GRIP.height <= workArea.y + workArea.height
  );
}

/** The next or previous step from a factor that need not be a step itself. */
export function stepZoom(zoom: number, direction: 'in' | 'out'): number {
  const first = zoomSteps[0];
  const last = zoomSteps[zoomSteps.length - 1] ?? first;
  return direction === 'in'
    ? (zoomSteps.find((step) => step > zoom + 0.001) ?? last)
    : (zoomSteps.findLast((step) => step < zoom - 0.001) ?? first);
}

/**
 * Reads a saved state. Whatever is damaged, missing or off every screen is replaced by the first start's value.
 * @param text the file's content, null when there is none
 * @param workAreas of all screens, the main one first
 */
export function parseWindowState(
  text: string | null,
  workAreas: readonly [Rectangle, ...Rectangle[]],
): WindowState {
  const first = firstState(workAreas[0]);
  let saved: unknown = null;
  try {
    saved = JSON.parse(text ?? 'null');
  } catch {
    // A torn or foreign file: the place of a window is not worth a question.
  }
  if (!isObject(saved)) return first;
  const bounds = readBounds(saved.bounds);
  const screen = bounds && workAreas.find((area) => canBeGripped(bounds, area));
  const zoom =
    typeof saved.zoom === 'number' && saved.zoom >= 0.5 && saved.zoom <= 3 ? saved.zoom : first.zoom;
  const maximized = typeof saved.maximized === 'boolean' ? saved.maximized : first.maximized;
  if (!bounds || !screen) return { ...first, zoom, maximized };
  return {
    bounds: {
      x: bounds.x,
      y: bounds.y,
      width: Math.max(minimumSize.width, Math.min(bounds.width, screen.width)),
      height: Math.max(minimumSize.height, Math.min(bounds.height, screen.height)),
    },
    maximized,
    zoom,
  };
}
