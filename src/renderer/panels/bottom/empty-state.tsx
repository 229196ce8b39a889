/** What a panel says before it has anything to show: what will appear, and which key brings it. */
import type { ReactNode } from 'react';

export function EmptyState({ children, withKey = true }: { children: ReactNode; withKey?: boolean }) {
  return (
    <div className="bottom-empty">
      <p>{children}</p>
      {withKey && (
        <p>
          Press <kbd>Space</kbd> to run.
        </p>
      )}
    </div>
  );
}
