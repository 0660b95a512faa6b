import { expect, test } from 'vitest';
import { disguisedHost, safeHref } from './links';

test.each([
  ['https://example.org', 'https://example.org/'],
  ['HTTP://EXAMPLE.org', 'http://example.org/'],
  ['mailto:ada@example.org', 'mailto:ada@example.org'],
  ['https://аррӏе.com', 'https://xn--80ak6aa92e.com/'],
  ['#/c/12', '#/c/12'],
  ['java\nscript:alert(1)', undefined],
  [' javascript:alert(1)', undefined],
  ['\u0000javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['vbscript:x', undefined],
  ['//example.org', undefined],
  ['/api', undefined],
  ['https://', undefined],
  ['#/"><script>', undefined],
])('%j', (address, href) => {
  expect(safeHref(address)).toBe(href);
});

test.each([
  ['https://evil.example/', 'bank.example', 'evil.example'],
  ['https://evil.example/', 'https://bank.example/login', 'evil.example'],
  ['https://evil.example/', 'Go to www.bank.example now', 'evil.example'],
  ['https://bank.example@evil.example/', 'https://bank.example@evil.example/', 'evil.example'],
  ['https://xn--80ak6aa92e.com/', 'apple.com', 'xn--80ak6aa92e.com'],
  ['https://bank.example/', 'bank.example', undefined],
  ['https://bank.example:8443/', 'bank.example', undefined],
  ['https://xn--80ak6aa92e.com/', 'https://аррӏе.com', undefined],
  ['https://bank.example/', 'our bank', undefined],
  ['https://bank.example/', 'version 1.2', undefined],
  ['mailto:ada@example.org', 'ada@example.org', undefined],
])('%s shown as %j goes to %s', (href, text, host) => {
  expect(disguisedHost(href, text)).toBe(host);
});
