import { expect, test } from 'vitest';
import { withPageNumbers } from '../../electron/print/page-number-style.ts';

test('page numbers come last in the head, over the style that the document brings', () => {
  const html = withPageNumbers(
    '<html><head><style>@page { margin: 20mm; }</style></head><body>$& </head></body>',
  );
  expect(html.indexOf('@top-center')).toBeGreaterThan(html.indexOf('margin: 20mm'));
  expect(html.match(/@top-center \{ content: counter\(page\)/g)).toHaveLength(1);
  expect(html.match(/@page :first \{ @top-center \{ content: none; \} \}/g)).toHaveLength(1);
  expect(html).toContain('<body>$& </head></body>');
});
