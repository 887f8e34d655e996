// The Chromium that comes inside `@sparticuz/chromium`, unpacked once into node_modules/.cache, with the libraries and
// fonts that a bare Linux lacks. It must not decide whether this browser is the one to use.

import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import packageJson from '../../package.json';

const VERSION = packageJson.devDependencies['@sparticuz/chromium'];
const FOLDER = resolve(import.meta.dirname, `../../node_modules/.cache/chromium-${VERSION}`);

/** What the package takes for Amazon's cloud functions, the only place for which it unpacks its libraries too. */
const FOR_LIBRARIES = { name: 'AWS_EXECUTION_ENV', value: 'AWS_Lambda_nodejs20.x' };

/** In place of the package's own, which looks for fonts in the usual folder for temporary files. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(FOLDER, 'fonts')}</dir><cachedir>${join(FOLDER, 'fonts-cache')}</cachedir></fontconfig>
`;

export interface PackagedChromium {
  readonly executablePath: string;
  /** Environment for a system without fonts. */
  readonly ownFonts: Readonly<Record<string, string>>;
  /** Environment for a system without the libraries of a browser; it may not suit one that has them. */
  readonly ownLibraries: Readonly<Record<string, string>>;
}

/** Unpacks it if that was not done before; a process that is killed meanwhile leaves nothing that counts. */
export async function packagedChromium(): Promise<PackagedChromium> {
  if (!existsSync(FOLDER)) await unpack();
  return {
    executablePath: join(FOLDER, 'chromium'),
    ownFonts: { FONTCONFIG_PATH: join(FOLDER, 'fonts') },
    ownLibraries: { LD_LIBRARY_PATH: join(FOLDER, 'al2023', 'lib') },
  };
}

async function unpack(): Promise<void> {
  mkdirSync(dirname(FOLDER), { recursive: true });
  const fresh = mkdtempSync(`${FOLDER}-`);
  // The package unpacks into the folder for temporary files, and takes for whole what another process began there.
  const restore = [setEnvironment('TMPDIR', fresh), setEnvironment(FOR_LIBRARIES.name, FOR_LIBRARIES.value)];
  try {
    await sparticuz.executablePath();
    writeFileSync(join(fresh, 'fonts', 'fonts.conf'), FONTS_CONF);
    renameSync(fresh, FOLDER);
  } catch (error) {
    // Another process may have been first.
    if (!existsSync(FOLDER)) throw error;
  } finally {
    for (const undo of restore) undo();
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Sets a variable of this process; answers what puts it back. */
function setEnvironment(name: string, value: string): () => void {
  const before = process.env[name];
  process.env[name] = value;
  return () => {
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
  };
}
