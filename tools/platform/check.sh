#!/usr/bin/env bash
# Lints and bundles the app with Atlassian's own packages, without an account and without a network.
# Installs them from their own lock file into tools/platform/node_modules.
set -euo pipefail
cd "$(dirname "$0")/../.."
npm ci --prefix tools/platform --no-fund --no-audit
npm run build:static
node tools/platform/lint.cjs
node tools/platform/bundle.cjs
