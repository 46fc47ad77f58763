import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../db/contract/desktop.ts';
import { menuText } from '../../db/contract/vi/menu.ts';
import type { MainWindow } from './window.ts';

export interface MenuActs {
  send(command: MenuCommand): void;
  zoom: MainWindow['zoom'];
}

const separator: MenuItemConstructorOptions = { type: 'separator' };

/** The page decides what an act means where it is; main only says which one was asked for. */
export function setMenu({ send, zoom }: MenuActs): void {
  const ask = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const zoomItem = (
    label: string,
    direction: Parameters<MainWindow['zoom']>[0],
    accelerator: string,
    visible = true,
  ): MenuItemConstructorOptions => ({
    label,
    accelerator,
    visible,
    acceleratorWorksWhenHidden: true,
    click: () => zoom(direction),
  });
  const template: MenuItemConstructorOptions[] = [
    {
      label: menuText.file,
      submenu: [
        ask(menuText.openFile, 'openFile', 'CmdOrCtrl+O'),
        ask(menuText.print, 'print', 'CmdOrCtrl+P'),
        separator,
        ask(menuText.logout, 'logout'),
        { label: menuText.quit, accelerator: 'CmdOrCtrl+Q', click: () => app.quit() },
      ],
    },
    {
      label: menuText.edit,
      submenu: [
        // The key itself goes to the page: in a text field it takes back typing, elsewhere the last act.
        { ...ask(menuText.undo, 'undo', 'CmdOrCtrl+Z'), registerAccelerator: false },
        separator,
        { label: menuText.cut, role: 'cut', accelerator: 'CmdOrCtrl+X' },
        { label: menuText.copy, role: 'copy', accelerator: 'CmdOrCtrl+C' },
        { label: menuText.paste, role: 'paste', accelerator: 'CmdOrCtrl+V' },
        { label: menuText.selectAll, role: 'selectAll', accelerator: 'CmdOrCtrl+A' },
        separator,
        ask(menuText.search, 'search', 'CmdOrCtrl+K'),
        ask(menuText.find, 'find', 'CmdOrCtrl+F'),
      ],
    },
    {
      label: menuText.view,
      submenu: [
        zoomItem(menuText.zoomIn, 'in', 'CmdOrCtrl+Plus'),
        zoomItem(menuText.zoomIn, 'in', 'CmdOrCtrl+=', false),
        zoomItem(menuText.zoomIn, 'in', 'CmdOrCtrl+numadd', false),
        zoomItem(menuText.zoomOut, 'out', 'CmdOrCtrl+-'),
        zoomItem(menuText.zoomOut, 'out', 'CmdOrCtrl+numsub', false),
        zoomItem(menuText.zoomReset, 'reset', 'CmdOrCtrl+0'),
        separator,
        { label: menuText.fullScreen, role: 'togglefullscreen', accelerator: 'F11' },
      ],
    },
    { label: menuText.help, submenu: [ask(menuText.guide, 'help', 'F1')] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
