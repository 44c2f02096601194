import type { Page } from '@playwright/test';

/** What a page asks of another origin, what it is refused or does not get, and what it says in anger, as it comes. */
export function complaints(page: Page, home: string): string[] {
  const heard: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== home) heard.push(`${request.url()} is elsewhere`);
  });
  page.on('response', (answer) => answer.status() >= 400 && heard.push(`${answer.status()} ${answer.url()}`));
  page.on('console', (said) => ['error', 'warning'].includes(said.type()) && heard.push(said.text()));
  page.on('pageerror', (error) => heard.push(error.message));
  return heard;
}
