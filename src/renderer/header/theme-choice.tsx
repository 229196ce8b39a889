/** Light, dark, or as the system has it: one button that goes through the three. */
import { Monitor, Moon, Sun } from 'lucide-react';
import { THEMES } from '../../shared/settings';
import { useActions, useSession } from '../actions/context';
import { IconButton } from '../ui/button';

const SHOWN = {
  system: { Icon: Monitor, label: 'Theme: as the system' },
  light: { Icon: Sun, label: 'Theme: light' },
  dark: { Icon: Moon, label: 'Theme: dark' },
} as const;

export function ThemeChoice() {
  const { setTheme } = useActions();
  const theme = useSession((session) => session.theme);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system';
  const { Icon, label } = SHOWN[theme];
  return (
    <IconButton label={label} onClick={() => setTheme(next)}>
      <Icon size={16} aria-hidden />
    </IconButton>
  );
}
