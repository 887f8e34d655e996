import { describe, expect, it } from 'vitest';
import { isCovered } from '../../../src/local/egress/is-covered';

describe('an egress address', () => {
  it.each([
    ['https://a.example.com/x', '*', true],
    ['https://a.example.com/x', 'https://a.example.com', true],
    ['https://a.example.com/x', 'https://a.example.com/ignored/path', true],
    ['https://a.example.com/x', 'a.example.com', true],
    ['http://a.example.com/x', 'https://a.example.com', false],
    ['https://b.example.com/x', 'a.example.com', false],
    ['https://a.example.com/x', '*.example.com', true],
    ['https://a.b.example.com/x', 'https://*.example.com', true],
    ['https://example.com/x', '*.example.com', false],
    ['https://evilexample.com/x', '*.example.com', false],
    ['https://a.example.com.evil.org/x', '*.example.com', false],
    ['https://a.example.com:8443/x', 'a.example.com', false],
  ])('for %s: "%s" covers it: %s', (url, address, expected) => {
    expect(isCovered(new URL(url), address)).toBe(expected);
  });
});
