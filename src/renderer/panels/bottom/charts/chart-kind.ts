/** What a chart is, and what it is drawn from. */
import type { ComponentType, MemoExoticComponent } from 'react';
import type { Row } from '../../../../shared/units';
import type { Scope, Stretch } from '../../../derive/charts/scope';
import type { Facts } from '../../../store/facts';
import type { MethodId } from '../../../truth/methods';
import type { ChartId, SizeChoice } from './chart-store';

export interface ChartProps {
  readonly facts: Facts;
  readonly scope: Scope;
  /** The time axis of charts that have one. */
  readonly stretch: Stretch;
  /** The time axis is what the timeline shows. */
  readonly follows: boolean;
  readonly selection: readonly Row[];
  readonly size: SizeChoice;
}

export interface ChartPictureProps extends ChartProps {
  readonly width: number;
  readonly height: number;
}

export interface ChartKind {
  readonly id: ChartId;
  /** In the list of charts. */
  readonly name: string;
  readonly title: string;
  /** One short line: how to read it. */
  readonly line: string;
  /** Has a time axis, which may show what the timeline shows. */
  readonly overTime: boolean;
  /** Rendered anew only when something about it has changed. */
  readonly Picture: MemoExoticComponent<ComponentType<ChartPictureProps>>;
  readonly Table: ComponentType<ChartProps>;
  readonly Controls?: ComponentType;
  /** How its axes and series are come by: measured and derived ones may stand side by side. */
  readonly methods: readonly MethodId[];
}
