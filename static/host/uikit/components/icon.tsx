// Icon, by the name of its glyph. Glyphs are evaluated when first drawn, so that hundreds of them cost nothing
// at start; a name that does not exist is shown as such.

import type { NewCoreIconProps } from '@atlaskit/icon';
import { token } from '@atlaskit/tokens';
import { useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import { Unknown } from '../draw';
import { textProp } from '../node-props';
import type { NodeProps } from '../node-props';
import { currentGlyph } from './legacy-glyphs';

type Glyph = ComponentType<NewCoreIconProps>;
type Loaded = Glyph | 'missing' | undefined;

const loaded = new Map<string, Glyph>();
const made = new Map<string, Glyph>();

/** Draws `Icon`. */
export function Icon({ node }: NodeProps) {
  const Drawn = glyphComponent(textProp(node, 'glyph') ?? '');
  const color = textProp(node, 'color') ?? textProp(node, 'primaryColor');
  return (
    <Drawn
      label={textProp(node, 'label') ?? ''}
      size={node.props['size'] === 'small' ? 'small' : 'medium'}
      {...(color === undefined ? {} : { color: colourOf(color) })}
    />
  );
}

/** A component that draws the glyph of that name; the same one each time. */
export function glyphComponent(glyph: string): Glyph {
  const known = made.get(glyph);
  if (known !== undefined) return known;
  const name = currentGlyph(glyph);
  const component: Glyph = function NamedGlyph(props) {
    const [Drawn, setDrawn] = useState<Loaded>(() => loaded.get(name));
    useEffect(() => {
      if (Drawn !== undefined) return;
      void loadGlyph(name).then((found) => setDrawn(() => found));
    }, [Drawn]);
    if (Drawn === 'missing') return <Unknown what={`Unknown icon: ${glyph}`} />;
    return Drawn === undefined ? <span className="uikit-icon-place" /> : <Drawn {...props} />;
  };
  made.set(glyph, component);
  return component;
}

async function loadGlyph(name: string): Promise<Glyph | 'missing'> {
  try {
    // The path is relative because only then does the bundler take in all files that match it.
    const module: unknown = await import(`../../../../node_modules/@atlaskit/icon/core/${name}.js`);
    const glyph = defaultExport(module);
    loaded.set(name, glyph);
    return glyph;
  } catch {
    // The bundler's table has no such file: there is no such icon.
    return 'missing';
  }
}

/** The glyph's component; the files are CommonJS, so the bundler may wrap their exports once more. */
function defaultExport(module: unknown): Glyph {
  let value: unknown = module;
  while (typeof value === 'object' && value !== null && 'default' in value) value = value.default;
  if (typeof value !== 'function') throw new Error('Failed to load a glyph: its file exports no component.');
  return value as Glyph;
}

function colourOf(name: string): NonNullable<NewCoreIconProps['color']> {
  // The names are token names, checked where the app was compiled.
  return token(name as Parameters<typeof token>[0]) as NonNullable<NewCoreIconProps['color']>;
}
