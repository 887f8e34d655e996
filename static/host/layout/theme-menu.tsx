// Chooses light, dark or the system's theme.

import DropdownMenu, { DropdownItemRadio, DropdownItemRadioGroup } from '@atlaskit/dropdown-menu';
import ThemeIcon from '@atlaskit/icon/core/theme';
import { useTheme } from '../state/theme';
import { menuTrigger } from './menu-trigger';

const CHOICES = [
  { value: 'auto', label: 'Match the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

/** The theme menu. */
export function ThemeMenu() {
  const { choice, choose } = useTheme();
  return (
    <DropdownMenu
      trigger={menuTrigger(<ThemeIcon label="" />, 'Theme')}

      placement="bottom-end"
    >
      <DropdownItemRadioGroup id="theme" title="Theme">
        {CHOICES.map(({ value, label }) => (
          <DropdownItemRadio
            key={value}
            id={value}
            isSelected={choice === value}
            onClick={() => choose(value)}
          >
            {label}
          </DropdownItemRadio>
        ))}
      </DropdownItemRadioGroup>
    </DropdownMenu>
  );
}
