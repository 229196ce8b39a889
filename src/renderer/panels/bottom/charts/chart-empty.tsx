/** What stands in place of a chart that has nothing to show yet, or never will. */
import type { ReactNode } from 'react';

export function ChartEmpty({ children }: { readonly children: ReactNode }) {
  return <p className="chart-empty">{children}</p>;
}
