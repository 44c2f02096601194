import { describe, expect, test } from 'vitest';
import { requestPath, withSlash } from './request-path.ts';

describe('what a request asks for', () => {
  test.each([
    ['/', '/'],
    ['/a/b.js?v=1', '/a/b.js'],
    ['/a#b', '/a'],
    ['/%C3%BCber', '/über'],
    ['/u%CC%88ber', '/über'],
    ['/a%2Fb', '/a/b'],
    ['http://localhost:8181/a?b', '/a'],
    ['//evil.com/x', '//evil.com/x'],
  ])('%s is %s', (url, path) => {
    expect(requestPath(url)).toBe(path);
  });
});

describe('what is no honest path', () => {
  test.each([
    '/%',
    '/%E0%A4%A',
    '/%00',
    '/a/../b',
    '/%2e%2e/b',
    '/..%2fb',
    '/%2e',
    '/..\\b',
    '/a%5cb',
    '*',
    '',
    'evil.com:443',
    'http://evil.com',
    'ftp://a/b',
  ])('%j', (url) => {
    expect(requestPath(url)).toBeUndefined();
  });
});

describe('a redirect to the slash stays on this host', () => {
  test.each([
    ['/a', '/a', '/a/'],
    ['/a', '/a?b=c/d', '/a/?b=c/d'],
    ['/über', '/%C3%BCber', '/%C3%BCber/'],
    ['/what?', '/what%3F', '/what%3F/'],
    ['//evil.com', '//evil.com', '/evil.com/'],
    ['/a\r\nSet-Cookie: x', '/a%0d%0aSet-Cookie:%20x', '/a%0D%0ASet-Cookie:%20x/'],
  ])('%j of %s goes to %s', (path, url, location) => {
    expect(withSlash(path, url)).toBe(location);
  });
});
