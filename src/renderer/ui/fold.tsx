/** A group of fields that is folded away until somebody wants it; folded it says in a line what it holds. */
import { ChevronDown } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import type { ReactNode } from 'react';

interface FoldProps {
  readonly title: string;
  readonly summary: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly className: string;
  readonly children: ReactNode;
}

export function Fold({ title, summary, open, onOpenChange, className, children }: FoldProps) {
  return (
    <Collapsible.Root asChild open={open} onOpenChange={onOpenChange}>
      <fieldset className={className} aria-label={title}>
        <Collapsible.Trigger className="fold-trigger">
          <span>{title}</span>
          <span className="fold-summary">{open ? '' : summary}</span>
          <ChevronDown className="fold-arrow" size={16} aria-hidden />
        </Collapsible.Trigger>
        <Collapsible.Content className="fold-content">{children}</Collapsible.Content>
      </fieldset>
    </Collapsible.Root>
  );
}
