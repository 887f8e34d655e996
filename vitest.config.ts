import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Unit, contract and host suites run side by side; browser suites, each with a Chromium of its own, come last.
// The core runs where no text can become code, for it must never need that.
// Times are for a slow machine with other work: they end what hangs, and no test measures by them.

/** Compare the core with libraries that generate code: Handlebars.compile, and a JSON Schema validator. */
const COMPARISONS = ['test/core/templates/differential.test.ts', 'test/core/rules/schema.test.ts'];

export default defineConfig({
  test: {
    // Vitest leaves one processor free, which on two of them doubles the time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: ['test/core/**/*.test.ts'],
          exclude: COMPARISONS,
          execArgv: ['--disallow-code-generation-from-strings'],
          // The core is pure, so its files may share a process.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/!(core|browser)/**/*.test.{ts,tsx}', 'test/*.test.ts', ...COMPARISONS],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          // After all others, so that pages have the machine to themselves.
          sequence: { groupOrder: 1 },
          // Continuous integration may share its processor, which pages feel: there, a test of theirs may fail once.
          retry: process.env['CI'] === 'true' ? 1 : 0,
          testTimeout: 240_000,
        },
      },
    ],
  },
});
