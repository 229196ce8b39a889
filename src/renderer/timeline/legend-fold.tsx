/** The legend where there is room for it, and else a button that shows it. */
import { SwatchBook } from 'lucide-react';
import { Popover } from 'radix-ui';
import { IconButton } from '../ui/button';
import { Legend } from './legend';

export function LegendFold() {
  return (
    <>
      <Legend />
      <Popover.Root>
        <Popover.Trigger asChild>
          <IconButton label="Legend" className="timeline-legend-button">
            <SwatchBook size={16} strokeWidth={1.75} aria-hidden="true" />
          </IconButton>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content className="timeline-legend-fold" aria-label="Legend" sideOffset={4} align="start">
            <Legend />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
    </>
  );
}
