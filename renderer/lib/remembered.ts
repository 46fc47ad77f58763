/** Small settings of the window kept between starts. Storage that refuses is no reason to stop. */
export function readRemembered(key: string): unknown {
  try {
    const text = localStorage.getItem(`tu-duong.${key}`);
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

export function remember(key: string, value: unknown): void {
  try {
    localStorage.setItem(`tu-duong.${key}`, JSON.stringify(value));
  } catch {
    // Only a convenience is lost.
  }
}
