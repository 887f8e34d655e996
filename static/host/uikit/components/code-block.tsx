// CodeBlock: text in a fixed-width face with line numbers, highlighted lines and a way to copy it.

import { IconButton } from '@atlaskit/button/new';
import CopyIcon from '@atlaskit/icon/core/copy';
import { useNotify } from '../../ui/flags';
import { isSet, textProp } from '../node-props';
import type { NodeProps } from '../node-props';

/** Draws `CodeBlock`. */
export function CodeBlock({ node }: NodeProps) {
  const notify = useNotify();
  const text = textProp(node, 'text') ?? '';
  const lines = text.split('\n');
  const marked = markedLines(textProp(node, 'highlight') ?? '');
  const hasNumbers = node.props['showLineNumbers'] !== false;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    notify({ appearance: 'success', title: 'Copied' });
  };
  return (
    <div className="uikit-code-block" data-testid={node.props['testId']}>
      <pre className={isSet(node, 'shouldWrapLongLines') ? 'is-wrapped' : ''} tabIndex={0}>
        <code>
          {lines.map((line, index) => (
            <span key={index} className={marked.has(index + 1) ? 'code-line is-marked' : 'code-line'}>
              {hasNumbers ? (
                <span className="code-number" data-number={index + 1} aria-hidden="true" />
              ) : null}
              {line}
              {'\n'}
            </span>
          ))}
        </code>
      </pre>
      <span className="code-copy">
        <IconButton
          icon={CopyIcon}
          label="Copy"
          appearance="subtle"
          spacing="compact"
          onClick={() => void copy()}
        />
      </span>
    </div>
  );
}

/** Line numbers of a list such as `1,3-5`. */
function markedLines(highlight: string): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const part of highlight.split(',')) {
    const [from, to = from] = part.split('-').map((edge) => Number(edge.trim()));
    if (from === undefined || to === undefined || !(from > 0)) continue;
    for (let line = from; line <= to; line += 1) lines.add(line);
  }
  return lines;
}
