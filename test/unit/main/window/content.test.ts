import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

type Handler = (request: { readonly url: string }) => Promise<Response>;
const handlers = vi.hoisted(() => new Map<string, unknown>());
vi.mock('electron', () => ({
  protocol: { handle: (scheme: string, handler: unknown) => handlers.set(scheme, handler) },
}));

const { APP_ORIGIN, contentPath, serveContent } = await import('../../../../src/main/window/content');

let work: string;
let folder: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'poolscope-content-'));
  folder = join(work, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'index.js'), 'export {}');
  writeFileSync(join(folder, 'assets', 'notes.txt'), 'not served');
  writeFileSync(join(work, 'secret.js'), 'secret');
});
afterEach(() => {
  handlers.clear();
  rmSync(work, { recursive: true });
});

/** URLs of which none is a file of the app's. */
const FOREIGN = [
  'poolscope://other/index.html',
  'poolscope://app.example/index.html',
  'https://example.org/index.html',
  'file:///etc/passwd',
  'poolscope://app/',
  'poolscope://app',
  'poolscope://app/..%2fsecret.js',
  'poolscope://app/assets/%2e%2e%2f..%2fsecret.js',
  'poolscope://app/..%2frenderer-other/x.js',
  'poolscope://app/%',
  'poolscope://app/%ff.js',
];

describe('the file behind a URL', () => {
  it('lies in the folder', () => {
    expect(contentPath(folder, `${APP_ORIGIN}/index.html`)).toBe(join(folder, 'index.html'));
    expect(contentPath(folder, `${APP_ORIGIN}/assets/index.js?v=1#top`)).toBe(join(folder, 'assets', 'index.js'));
    expect(contentPath(folder, `${APP_ORIGIN}/a%20b.js`)).toBe(join(folder, 'a b.js'));
  });

  it('stays in the folder, however the URL climbs', () => {
    expect(contentPath(folder, `${APP_ORIGIN}/../../secret.js`)).toBe(join(folder, 'secret.js'));
    expect(contentPath(folder, `${APP_ORIGIN}/assets/%2e%2e/index.html`)).toBe(join(folder, 'index.html'));
  });

  for (const url of FOREIGN.filter((foreign) => !/app\/?$/.test(foreign))) {
    it(`is none for ${url}`, () => expect(contentPath(folder, url)).toBeNull());
  }
});

describe('the window’s content', () => {
  async function get(url: string): Promise<Response> {
    serveContent(folder);
    return (handlers.get('poolscope') as Handler)({ url });
  }

  it('is served with its type and a policy that lets in neither foreign nor inline scripts', async () => {
    const answer = await get(`${APP_ORIGIN}/assets/index.js`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('export {}');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = answer.headers.get('content-security-policy')?.split('; ');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
  });

  it('is only what a window needs: no other types, no folders, nothing that is not there', async () => {
    for (const path of ['assets/notes.txt', 'assets', 'assets/', 'missing.js', 'index.html/below.js', 'a%00.js']) {
      const answer = await get(`${APP_ORIGIN}/${path}`);
      expect(answer.status, path).toBe(404);
      expect(await answer.text()).toBe('Not found');
    }
  });

  it('is nothing that lies elsewhere', async () => {
    for (const url of FOREIGN) expect((await get(url)).status, url).toBe(404);
  });
});
