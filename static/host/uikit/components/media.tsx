// Image, Tile, AtlassianIcon, AtlassianTile, FileCard and FilePicker. The last two are early access on Forge and
// drawn simply.

import Button from '@atlaskit/button/new';
import { useId } from 'react';
import { drawChildren } from '../draw';
import { handlerOf, isSet, numberProp, textProp } from '../node-props';
import type { NodeProps } from '../node-props';
import { glyphComponent } from './icon';

/** Forge's widths of images by name, in pixels. */
const IMAGE_WIDTHS: Readonly<Record<string, number>> = {
  xsmall: 80,
  small: 160,
  medium: 320,
  large: 640,
  xlarge: 960,
};

/** Icons whose name differs from the name of the thing. */
const THING_GLYPHS: Readonly<Record<string, string>> = {
  blog: 'quotation-mark',
  idea: 'lightbulb',
  improvement: 'arrow-up',
  'new-feature': 'add',
  'page-live-doc': 'pages',
  question: 'question-circle',
};

/** Draws `Image`. */
export function Image({ node }: NodeProps) {
  const size = textProp(node, 'size');
  const width = node.props['width'] ?? (size === undefined ? undefined : IMAGE_WIDTHS[size]);
  const height = node.props['height'];
  return (
    <img
      className="uikit-image"
      src={textProp(node, 'src')}
      alt={textProp(node, 'alt') ?? ''}
      style={{ ...lengthOf('width', width), ...lengthOf('height', height) }}
    />
  );
}

/** Draws `Tile`. */
export function Tile({ node }: NodeProps) {
  return (
    <span className="uikit-tile" role="img" aria-label={textProp(node, 'label')}>
      {drawChildren(node)}
    </span>
  );
}

/** Draws `AtlassianIcon`. */
export function AtlassianIcon({ node }: NodeProps) {
  const glyph = textProp(node, 'glyph') ?? '';
  const Glyph = glyphComponent(THING_GLYPHS[glyph] ?? glyph);
  return <Glyph label={textProp(node, 'label') ?? glyph} />;
}

/** Draws `AtlassianTile`. */
export function AtlassianTile({ node }: NodeProps) {
  return (
    <span className={isSet(node, 'isBold') ? 'uikit-tile is-bold' : 'uikit-tile'}>
      <AtlassianIcon node={node} />
    </span>
  );
}

/** Draws `FileCard`. */
export function FileCard({ node }: NodeProps) {
  const remove = handlerOf(node, 'onDelete');
  const download = handlerOf(node, 'onDownload');
  const error = textProp(node, 'error');
  return (
    <div className="uikit-file" data-testid={node.props['testId']}>
      <span>{textProp(node, 'fileName')}</span>
      {error === undefined ? null : <span className="uikit-file-error">{error}</span>}
      {isSet(node, 'isUploading') ? (
        <progress max={100} value={numberProp(node, 'uploadProgress') ?? 0} />
      ) : null}
      {download === undefined ? null : (
        <Button spacing="compact" onClick={() => download()}>
          Download
        </Button>
      )}
      {remove === undefined ? null : (
        <Button spacing="compact" onClick={() => remove()}>
          Delete
        </Button>
      )}
    </div>
  );
}

/** Draws `FilePicker`; the app gets the files' content as base64. */
export function FilePicker({ node }: NodeProps) {
  const id = useId();
  const changed = handlerOf(node, 'onChange');
  const take = async (files: readonly File[]): Promise<void> => {
    changed?.(await Promise.all(files.map(serialiseFile)));
  };
  return (
    <div className="uikit-file">
      <label htmlFor={id}>{textProp(node, 'label') ?? 'Choose files'}</label>
      <input
        id={id}
        type="file"
        multiple
        onChange={(event) => void take([...(event.currentTarget.files ?? [])])}
      />
      <span className="quiet">{textProp(node, 'description')}</span>
    </div>
  );
}

async function serialiseFile(file: File): Promise<object> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCodePoint(byte);
  return { name: file.name, size: file.size, type: file.type, data: btoa(binary) };
}

function lengthOf(name: 'width' | 'height', value: unknown): Record<string, string | number> {
  return typeof value === 'number' || typeof value === 'string' ? { [name]: value } : {};
}
