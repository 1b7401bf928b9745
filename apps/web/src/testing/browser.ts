import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);

export const hasBrowser = executablePath !== undefined;

/** Switches that keep a browser from asking anybody else, and let it draw maps without a graphics card. */
const args = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-gpu-rasterization',
];

/** The machine's Chromium, which takes files with Chinese names only under a locale of UTF-8. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: executablePath!,
    args,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
}
