/**
 * Serves the window's content over a scheme of its own: no file: URLs, no network. Every answer carries the content
 * security policy.
 */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol } from 'electron';

export const APP_ORIGIN = 'poolscope://app';

/**
 * `style-src 'unsafe-inline'`: sonner, radix and the resizable panels put style elements into the page at run time.
 * Scripts, which could do harm, come from the app's own files only.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

/** Must be called before the app is ready. */
export function declareContentScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'poolscope', privileges: { standard: true, secure: true } }]);
}

/** @param folder where the built renderer lies */
export function serveContent(folder: string): void {
  protocol.handle('poolscope', async ({ url }) => {
    const path = contentPath(folder, url);
    const type = path === null ? undefined : TYPES[extname(path)];
    if (path === null || type === undefined) return new Response('Not found', { status: 404 });
    try {
      const headers = {
        'content-type': type,
        'content-security-policy': POLICY,
        'x-content-type-options': 'nosniff',
      };
      return new Response(new Uint8Array(await readFile(path)), { headers });
    } catch {
      return new Response('Not found', { status: 404 });
    }
  });
}

/** The file behind a URL, or null for one that is not ours, cannot be read or leads out of the folder. */
export function contentPath(folder: string, url: string): string | null {
  const { host, pathname } = new URL(url);
  const name = decoded(pathname);
  if (host !== 'app' || name === null) return null;
  const path = normalize(join(folder, name));
  return path.startsWith(folder + sep) ? path : null;
}

/** null for what is not encoded rightly, such as a lone `%`. */
function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
