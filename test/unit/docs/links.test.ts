import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

function pages(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return pages(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

const documents = [
  ...pages(join(root, 'docs')),
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].map((name) => join(root, name)),
];

/** Links to files of this repository, with the name after `#` for links into code. */
function links(page: string): { target: string; name: string | undefined }[] {
  return [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:)([^)#\s]+)(?:#([^)\s]+))?\)/g)].map(
    ([, target = '', name]) => ({ target, name }),
  );
}

/** Whether a TypeScript file exports something by this name. */
function exportsName(file: string, name: string): boolean {
  const declaration = new RegExp(`export (?:async )?(?:function|class|const|interface|type) ${name}\\b`);
  return declaration.test(readFileSync(file, 'utf8'));
}

describe('links in the documentation', () => {
  for (const page of documents) {
    it(`of ${relative(root, page)} lead somewhere`, () => {
      for (const { target, name } of links(page)) {
        const file = resolve(dirname(page), target);
        expect(existsSync(file), `${target} does not exist`).toBe(true);
        if (name !== undefined && /\.tsx?$/.test(file)) {
          expect(exportsName(file, name), `${target} exports no ${name}`).toBe(true);
        }
      }
    });
  }

  it('of life-of-a-record.md name the function of each stop', () => {
    const stops = links(join(root, 'docs/life-of-a-record.md')).filter(({ name }) => name !== undefined);
    expect(stops.length).toBeGreaterThanOrEqual(14);
  });
});
