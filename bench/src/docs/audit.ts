import { existsSync } from 'node:fs';
import { type LaunchedChrome, launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

/** What Lighthouse says of a page. */
export interface Audit {
  /** Milliseconds until the largest content is painted, on a slow phone as Lighthouse simulates it. */
  lcp: number;
  /** Milliseconds that the page was blocked by scripts before it could be used. */
  tbt: number;
  /** Kilobytes over the network. */
  kilobytes: number;
  /** Of 100: performance, accessibility, best practices, SEO. */
  scores: readonly number[];
}

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** Every page reaches this machine only. */
const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Starts a browser: the one that CHROME_PATH names, Debian's Chromium, or an installed Chrome. */
export function startBrowser(): Promise<LaunchedChrome> {
  const debian = '/usr/bin/chromium';
  const chromePath = process.env.CHROME_PATH ?? (existsSync(debian) ? debian : undefined);
  return launch({ chromeFlags: FLAGS, ...(chromePath === undefined ? {} : { chromePath }) });
}

/**
 * Looks at a page as Lighthouse does by default: on a slow phone, with an empty cache.
 *
 * @throws {Error} when Lighthouse has no result
 */
export async function audit(url: string, port: number): Promise<Audit> {
  const result = await lighthouse(url, { port, logLevel: 'silent', onlyCategories: [...CATEGORIES] });
  if (result === undefined || result.lhr.runtimeError !== undefined) {
    throw new Error(
      `Lighthouse has no result for ${url}: ${result?.lhr.runtimeError?.message ?? 'none at all'}.`,
    );
  }
  const { audits, categories } = result.lhr;
  const value = (name: string) => audits[name]?.numericValue ?? Number.NaN;
  return {
    lcp: value('largest-contentful-paint'),
    tbt: value('total-blocking-time'),
    kilobytes: value('total-byte-weight') / 1000,
    scores: CATEGORIES.map((name) => Math.round((categories[name]?.score ?? 0) * 100)),
  };
}
