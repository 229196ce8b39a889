/** A dialog that is about one thing and is closed with Escape. */
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './button';
import { useReturnFocus } from './return-focus';

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** One sentence; read out when the dialog opens. */
  readonly text: string;
  readonly children?: ReactNode;
  onClose(): void;
}

export function Dialog({ open, title, text, children, onClose }: DialogProps) {
  const focus = useReturnFocus();
  return (
    <Radix.Root open={open} onOpenChange={(stays) => !stays && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-shade" />
        <Radix.Content className="dialog" {...focus}>
          <Radix.Title className="dialog-title">{title}</Radix.Title>
          <Radix.Description className="dialog-text">{text}</Radix.Description>
          {children}
          <div className="dialog-actions">
            <Button look="primary" onClick={onClose}>
              Close
            </Button>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
