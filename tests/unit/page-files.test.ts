import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isPageUrl } from '../../electron/main/page-address.ts';
import { pageFile } from '../../electron/main/page-files.ts';

const folder = path.resolve('out', 'app', 'renderer');
const index = { file: path.join(folder, 'app', 'index.html'), type: 'text/html; charset=utf-8' };

describe('files of the page', () => {
  test.each(['/', '/officials', '/officials/12', '/b%C3%A1o-c%C3%A1o'])(
    '%s is a route: the page',
    (route) => {
      expect(pageFile(folder, route)).toEqual(index);
    },
  );

  test('an asset is found with its type', () => {
    expect(pageFile(folder, '/assets/index-a1.js')).toEqual({
      file: path.join(folder, 'assets', 'index-a1.js'),
      type: 'text/javascript; charset=utf-8',
    });
  });

  test.each([
    '/../main/main.cjs',
    '/assets/../../main/x.js',
    '/%2e%2e/%2e%2e/secret.json',
    '/assets/..%2f..%2fx.js',
    '/assets/..%5c..%5cx.js',
    '/C:%5CWindows%5Cx.json',
    '/C:/Windows/x.json',
    '/x.js%00.png',
    '/%E0%A4%A.js',
    '/data/office.db',
    '/preload.cjs',
  ])('%s is refused', (address) => {
    expect(pageFile(folder, address)).toBeNull();
  });
});

describe('address of the page', () => {
  test.each(['app://tuduong/', 'app://tuduong/officials?year=2024#x'])('%s is ours', (address) => {
    expect(isPageUrl(address)).toBe(true);
  });

  test.each([
    'app://tuduong.elsewhere/',
    'app://elsewhere/app://tuduong/',
    'https://tuduong/',
    'data:text/html,app://tuduong/',
    'file:///tuduong/',
    'about:blank',
    '',
  ])('%s is not', (address) => {
    expect(isPageUrl(address)).toBe(false);
  });
});
