// The rings hold: what each folder may import, and that the engine knows no clock and no chance.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** What the files of a ring may import: own folders by prefix, packages by name or `node:*`. */
const RINGS: Readonly<
  Record<string, { readonly folders: readonly string[]; readonly packages: readonly string[] }>
> = {
  'src/core': {
    // Packs are data: rules/ holds nothing but JSON.
    folders: ['src/core', 'rules'],
    packages: ['valibot', 'json-logic-js', 'handlebars', 're2js', '@noble/hashes'],
  },
  'src/forge': {
    folders: ['src/forge', 'src/core'],
    // Of Node only what tells the requests of attempts apart that run side by side.
    packages: ['@forge/api', '@forge/kvs', '@forge/events', '@forge/resolver', 'valibot', 'node:async_hooks'],
  },
  'src/admin': { folders: ['src/admin', 'src/core'], packages: ['@forge/react', '@forge/bridge', 'react'] },
  'src/local': { folders: ['src/local', 'src/core'], packages: ['*'] },
  'src/cli': { folders: ['src/cli', 'src/core'], packages: ['node:*', 'valibot'] },
  static: { folders: ['static', 'src/core'], packages: ['*'] },
};

/** Packages that only their ring may know, whatever else its list allows. */
const FORGE_BACKEND = ['@forge/api', '@forge/kvs', '@forge/events', '@forge/resolver'];

/** The host is never a second adapter: only what the bundler loads from src/index may name these. */
const NEVER_IN: Readonly<Record<string, readonly string[]>> = {
  'src/local': [...FORGE_BACKEND, '@forge/react', '@forge/bridge'],
  static: FORGE_BACKEND,
};

interface Import {
  readonly file: string;
  readonly line: number;
  readonly specifier: string;
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((file) => !file.includes('node_modules') && !file.includes('/dist/'));
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  return ts.preProcessFile(text).importedFiles.map(({ fileName, pos }) => ({
    file,
    line: text.slice(0, pos).split('\n').length,
    specifier: fileName,
  }));
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function whyNotAllowed(ring: string, { file, specifier }: Import): string | undefined {
  const { folders, packages } = RINGS[ring]!;
  if (specifier.startsWith('.')) {
    const target = relative(root, resolve(root, dirname(file), specifier))
      .split(sep)
      .join('/');
    return folders.some((folder) => target === folder || target.startsWith(`${folder}/`))
      ? undefined
      : target;
  }
  const name = packageOf(specifier);
  if (NEVER_IN[ring]?.includes(name) === true) return name;
  const allowed = packages.some(
    (each) => each === '*' || each === name || (each === 'node:*' && specifier.startsWith('node:')),
  );
  return allowed ? undefined : name;
}

/** Texts in a file that a person would read: sentences, and what stands between the tags of a view. */
function phrasesIn(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isLiteralTypeNode(node)) return;
    const isPart = ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    const isText = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || isPart;
    const isPhrase = isText && /[a-z]+ [a-z]+/i.test(node.text);
    if (isPhrase || (ts.isJsxText(node) && /\w/.test(node.text))) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1} ${node.text.trim()}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('architecture', () => {
  it.each(Object.keys(RINGS))('%s imports only what its ring may', (ring) => {
    const wrong = filesBelow(ring)
      .flatMap(importsOf)
      .flatMap((each) => {
        const why = whyNotAllowed(ring, each);
        return why === undefined
          ? []
          : [`${each.file}:${each.line} imports ${why}, but ${ring.replace('src/', '')} may not`];
      });
    expect(wrong).toEqual([]);
  });

  it('the engine knows no clock and no chance but those it is given', () => {
    const wrong = filesBelow('src/core').flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .flatMap((text, index) =>
          /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bsetTimeout\(|\beval\(|\bnew Function\(/.test(
            text.replace(/\/\/.*|^\s*\*.*/, ''),
          )
            ? [`${file}:${index + 1} ${text.trim()}`]
            : [],
        ),
    );
    expect(wrong).toEqual([]);
  });

  it('the page has its words in one folder', () => {
    const views = filesBelow('src/admin').filter((file) => !file.startsWith('src/admin/wording'));
    expect(views.flatMap(phrasesIn)).toEqual([]);
    expect(filesBelow('src/admin/wording').flatMap(phrasesIn).length).toBeGreaterThan(100);
  });

  it('every file says at its top what it is for', () => {
    const silent = Object.keys(RINGS)
      .flatMap(filesBelow)
      .filter((file) => !readFileSync(join(root, file), 'utf8').startsWith('//'));
    expect(silent).toEqual([]);
  });
});
