// How programs of the tests are bundled for Node: as the app is, with packages left where they are.

/** For esbuild; what is bundled, and to where, is the caller's. */
export const NODE_BUNDLE = {
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'error',
} as const;
