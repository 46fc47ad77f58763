import { useEffect, useRef } from 'react';
import type { MenuCommand } from '../../db/contract/desktop.ts';
import { onDesktopEvent } from '../lib/desktop-events.ts';

type Handler = () => void;

/** The handler registered last is the nearest to the person: a dialog's before its page's. */
const handlers = new Map<MenuCommand, Handler[]>();

function runCommand(command: MenuCommand): boolean {
  const handler = handlers.get(command)?.at(-1);
  if (!handler) return false;
  handler();
  return true;
}

/** Answers a command of the menu, and its key, as long as the component stands. */
export function useCommand(command: MenuCommand, handler: Handler): void {
  const latest = useRef(handler);
  latest.current = handler;
  useEffect(() => {
    const own: Handler = () => latest.current();
    handlers.set(command, [...(handlers.get(command) ?? []), own]);
    return () => {
      handlers.set(
        command,
        (handlers.get(command) ?? []).filter((each) => each !== own),
      );
    };
  }, [command]);
}

const isTextField = (element: EventTarget | null): boolean =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** Ctrl keys and F1 of the window. The menu has the same keys; a key taken here does not reach the menu. */
function commandOf(event: KeyboardEvent): MenuCommand | null {
  if (event.isComposing || event.altKey) return null;
  if (event.key === 'F1') return 'help';
  if (!event.ctrlKey || event.shiftKey) return null;
  switch (event.key.toLowerCase()) {
    case 'k':
      return 'search';
    case 'f':
      return 'find';
    case 'p':
      return 'print';
    case 'o':
      return 'openFile';
    case 'z':
      // A text field undoes its own typing.
      return isTextField(event.target) ? null : 'undo';
    default:
      return null;
  }
}

export function listenToCommands(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const command = commandOf(event);
    if (command === null) return;
    event.preventDefault();
    runCommand(command);
  };
  window.addEventListener('keydown', onKey);
  const stopMenu = onDesktopEvent((event) => {
    if (event.type !== 'menu') return;
    // The menu's "undo" in a text field undoes typing, as the key does.
    if (event.command === 'undo' && isTextField(document.activeElement)) document.execCommand('undo');
    else runCommand(event.command);
  });
  return () => {
    window.removeEventListener('keydown', onKey);
    stopMenu();
  };
}
