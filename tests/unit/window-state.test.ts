import { describe, expect, test } from 'vitest';
import { firstState, parseWindowState, stepZoom, zoomSteps } from '../../electron/main/window-state.ts';

const office = { x: 0, y: 0, width: 1366, height: 728 };
const second = { x: 1366, y: 0, width: 1920, height: 1040 };
const saved = { bounds: { x: 100, y: 50, width: 1000, height: 600 }, maximized: false, zoom: 1.25 };

describe('the remembered window', () => {
  test('comes back where it was', () => {
    expect(parseWindowState(JSON.stringify(saved), [office])).toEqual(saved);
  });

  test('comes back on the second screen', () => {
    const there = { ...saved, bounds: { ...saved.bounds, x: 1500 } };
    expect(parseWindowState(JSON.stringify(there), [office, second])).toEqual(there);
  });

  test('returns to the main screen when the second one is gone, with its zoom', () => {
    const there = { ...saved, bounds: { ...saved.bounds, x: 1500 } };
    const state = parseWindowState(JSON.stringify(there), [office]);
    expect(state.bounds).toEqual(firstState(office).bounds);
    expect(state.zoom).toBe(1.25);
  });

  test.each([
    ['above the screen', { x: 100, y: -700 }],
    ['with its title bar above the screen', { x: 100, y: -60 }],
    ['below the screen', { x: 100, y: 720 }],
    ['left of the screen', { x: -950, y: 100 }],
  ])('is never placed %s', (_where, place) => {
    const text = JSON.stringify({ ...saved, bounds: { ...saved.bounds, ...place } });
    expect(parseWindowState(text, [office]).bounds).toEqual(firstState(office).bounds);
  });

  test('fits a screen that became smaller', () => {
    const large = { ...saved, bounds: { x: 0, y: 0, width: 1900, height: 1000 } };
    expect(parseWindowState(JSON.stringify(large), [office]).bounds).toEqual({
      x: 0,
      y: 0,
      width: 1366,
      height: 728,
    });
  });

  test.each([
    null,
    '',
    '{"bounds":{"x":1',
    '[]',
    '"text"',
    '{"bounds":{"x":"0","y":0,"width":1e400,"height":3}}',
    '{"bounds":{"x":0.5,"y":0,"width":900,"height":600},"zoom":99,"maximized":"yes"}',
  ])('starts afresh from a damaged file: %s', (text) => {
    expect(parseWindowState(text, [office])).toEqual(firstState(office));
  });

  test('takes all of a small screen at the first start, and the middle of a large one', () => {
    expect(firstState(office)).toEqual({
      bounds: { x: 0, y: 0, width: 1366, height: 728 },
      maximized: true,
      zoom: 1,
    });
    expect(firstState(second)).toEqual({
      bounds: { x: 1366 + 277, y: 136, width: 1366, height: 768 },
      maximized: false,
      zoom: 1,
    });
  });
});

describe('zoom', () => {
  test('walks all steps up and down and stops at the ends', () => {
    const up = [0.75];
    while (up.length < zoomSteps.length) up.push(stepZoom(up.at(-1) ?? 1, 'in'));
    expect(up).toEqual([...zoomSteps]);
    expect(stepZoom(2, 'in')).toBe(2);
    expect(stepZoom(0.75, 'out')).toBe(0.75);
    expect(stepZoom(1, 'out')).toBe(0.9);
  });

  test('finds a step from a factor between two', () => {
    expect(stepZoom(1.2, 'in')).toBe(1.25);
    expect(stepZoom(1.2, 'out')).toBe(1.1);
  });
});
