// Bundles the backend and the UI Kit page with @forge/bundler, as `forge deploy` would. Exits 1 when either fails.
// The runtime wrapper, which Atlassian serves from its own network, is replaced by an empty one.
const { readdirSync, statSync } = require('node:fs');
const { join } = require('node:path');
const { getEntryPoints, getNodeBundler, NativeUIBundler } = require('@forge/bundler');
const { ConfigFile, FileSystemReader, FileSystemWriter } = require('@forge/cli-shared');

const quiet = () => undefined;
const logger = { info: quiet, warn: console.warn, error: console.error, debug: quiet, trace: quiet };
const emptyWrapper = async () => ({ script: '', source: 'none', version: 'none' });

async function main() {
  const configFile = new ConfigFile(new FileSystemReader(), new FileSystemWriter());
  const wrapper = { getNodeRuntimeWrapper: emptyWrapper, getNodeRuntimeLoader: emptyWrapper };
  const { outputDir } = await getNodeBundler(logger, wrapper, configFile).bundle({
    appDirectory: process.cwd(),
    entryPoints: getEntryPoints([{ module: 'index' }]),
    i18nConfig: {},
  });
  report('backend', outputDir);
  const { nativeUiBundlesDetails } = await new NativeUIBundler(logger).bundleResources(
    [{ key: 'main', path: 'src/admin/index.tsx' }],
    {},
    false,
  );
  for (const { key, path } of nativeUiBundlesDetails) report(`page ${key}`, path);
}

function report(what, folder) {
  const files = readdirSync(folder).map(
    (name) => `${name} ${Math.round(statSync(join(folder, name)).size / 1024)} kB`,
  );
  console.log(`@forge/bundler: ${what}: ${files.join(', ')}`);
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
