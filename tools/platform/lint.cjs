// Runs @forge/lint, client side, over the manifest and src/. Exits 1 on any error.
// The linter would download Atlassian's OpenAPI files; empty ones are given instead, so endpoints are not checked here.
const { writeFileSync, mkdtempSync } = require('node:fs');
const { join } = require('node:path');
const { tmpdir } = require('node:os');

const emptySwagger = join(mkdtempSync(join(tmpdir(), 'rulewright-lint-')), 'swagger.json');
writeFileSync(emptySwagger, '{"paths":{}}');
process.env.USE_LOCAL_SWAGGER = '1';
for (const product of ['CONF', 'CONF_V2', 'JIRA', 'JSM', 'JSW', 'BB']) {
  process.env[`LOCAL_${product}_SWAGGER`] = emptySwagger;
}

const { lint } = require('@forge/lint');
const { ConfigFile, FileSystemReader, FileSystemWriter } = require('@forge/cli-shared');

async function main() {
  const reader = new FileSystemReader();
  const manifest = await new ConfigFile(reader, new FileSystemWriter()).readConfig();
  const files = await reader.recursiveReadDir('./src', ['node_modules', '.git', 'local', 'cli']);
  const statsig = { getDeprecatedRuntimes: async () => [], check: () => false, checkFlag: () => false };
  const results = await lint(files, manifest, 'development', console, statsig, {
    linter: { mode: 'client-side' },
  });
  let errors = 0;
  for (const result of results) {
    for (const [file, found] of Object.entries(result.files ?? {})) {
      for (const error of found.errors ?? []) {
        errors += 1;
        console.error(`error ${file}:${error.line ?? 0} ${error.message}`);
      }
      for (const warning of found.warnings ?? []) {
        console.warn(`warning ${file}:${warning.line ?? 0} ${warning.message}`);
      }
    }
  }
  console.log(`@forge/lint: ${files.length} files, ${errors} errors`);
  process.exitCode = errors === 0 ? 0 : 1;
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
