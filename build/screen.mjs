/** The screen of the office machines that the program is made for. */
const screen = '-screen 0 1366x768x24';

/**
 * Puts a virtual screen before a command where Linux has no display.
 * @returns {[command: string, args: string[]]}
 */
export function onScreen(command, args) {
  if (process.platform !== 'linux' || process.env.DISPLAY) return [command, args];
  return ['xvfb-run', ['-a', '-s', screen, command, ...args]];
}
