/** The one address of the window's page. A host, because a custom scheme without one breaks on Windows. */
export const pageScheme = 'app';
export const pageHost = 'tuduong';
export const pageUrl = `${pageScheme}://${pageHost}/`;

/** True for a page of ours, by its parsed parts: a prefix would also match app://tuduong.elsewhere/. */
export function isPageUrl(address: string): boolean {
  try {
    const url = new URL(address);
    return url.protocol === `${pageScheme}:` && url.host === pageHost;
  } catch {
    return false;
  }
}
