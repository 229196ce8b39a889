/** How fast a replay goes: by name, or by how long the whole shall take. */
import { Check, ChevronDown } from 'lucide-react';
import { DropdownMenu as Menu } from 'radix-ui';
import { useStore } from 'zustand';
import { playbackStore } from '../store';
import { landmark } from '../ui/landmark';
import { player } from './app-player';
import { FITS_S, SPEEDS, speedText, speedToFit } from './speeds';
import '../ui/menu.css';

/** The fastest on top. */
const LISTED = [...SPEEDS].reverse();

export function SpeedChoice() {
  const speed = useStore(playbackStore, (playback) => playback.speed);
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="button replay-speed" aria-label={`Speed ${speedText(speed)}`}>
        {speedText(speed)}
        <ChevronDown size={16} aria-hidden />
      </Menu.Trigger>
      <Menu.Portal container={landmark()}>
        <Menu.Content className="menu" sideOffset={4} collisionPadding={8} align="start">
          <Menu.Label className="menu-title">All of it in</Menu.Label>
          {FITS_S.map((seconds) => (
            <Menu.Item key={seconds} className="menu-item" onSelect={() => player.fitInto(seconds)}>
              <span className="menu-check">{isFit(speed, seconds) && <Check size={16} aria-hidden />}</span>
              {seconds} seconds
            </Menu.Item>
          ))}
          <Menu.Separator className="menu-line" />
          <Menu.Label className="menu-title">
            Speed <kbd className="menu-key">{'< >'}</kbd>
          </Menu.Label>
          <Menu.RadioGroup value={String(speed)} onValueChange={(chosen) => player.setSpeed(Number(chosen))}>
            {LISTED.map((listed) => (
              <Menu.RadioItem key={listed} className="menu-item" value={String(listed)}>
                <span className="menu-check">
                  <Menu.ItemIndicator>
                    <Check size={16} aria-hidden />
                  </Menu.ItemIndicator>
                </span>
                {speedText(listed)}
                {listed === 1 && <span className="menu-key">as it was</span>}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}

function isFit(speed: number, seconds: number): boolean {
  const { originNs, endNs } = player.stretch();
  return Math.abs(speedToFit(endNs - originNs, seconds) / speed - 1) < 1e-9;
}
