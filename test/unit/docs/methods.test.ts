import { expect, it } from 'vitest';
import { METHOD_IDS, METHODS } from '../../../src/renderer/truth/methods';

const HEAD = `# Methods

How every number and every lane is come by: what the window tells behind each badge ([what the kinds mean](truth.md)). This page is written from the
catalogue in \`src/renderer/truth\`: after a change there, \`npx vitest run test/unit/docs/methods.test.ts -u\` writes it anew.

| what | kind | how it is come by, *and what it costs to know* |
| --- | --- | --- |
`;

it('docs/methods.md lists every method of the catalogue as it is', async () => {
  const rows = METHOD_IDS.map((id) => {
    const { kind, name, how, cost } = METHODS[id];
    return `| ${name} | ${kind} | ${how}${cost === undefined ? '' : ` *${cost}*`} |\n`;
  });
  await expect(HEAD + [...new Set(rows)].join('')).toMatchFileSnapshot('../../../docs/methods.md');
});
