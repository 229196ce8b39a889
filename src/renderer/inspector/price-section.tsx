/** What pickling the selected task's argument or result costs, property by property. */

import { useState } from 'react';
import { formatBytes, formatMicros, formatPercent } from '../../shared/format';
import { PRICE_SIDES, type Price, type PriceSide } from '../../shared/price';
import { anLoop, isLoop } from '../../shared/scenario';
import { recordingOf } from '../derive/is-live';
import type { Facts } from '../store/facts';
import { TruthBadge } from '../ui/truth-badge';
import { PriceTree } from './price-tree';
import { Segments } from './segments';
import { type PriceRequest, usePrice } from './use-price';

const SIDES = PRICE_SIDES.map((value: PriceSide) => ({ value, text: value }));

export function PriceSection({ facts, task }: { readonly facts: Facts; readonly task: number }) {
  const [side, setSide] = useState<PriceSide>('argument');
  const { started, ended } = facts;
  if (started === null) return null;
  return (
    <section className="price" aria-label="Price of the pickles">
      <header className="price-head">
        <h3>Price of the pickle</h3>
        <Segments<PriceSide> label="Which pickle" value={side} choices={SIDES} onChange={setSide} />
      </header>
      {started.scenario === null || recordingOf(facts) !== null ? (
        <p className="price-note">A recording does not hold the values themselves, so they cannot be pickled again.</p>
      ) : isLoop(started.scenario.engine) ? (
        <p className="price-note">Nothing crosses in {anLoop(started.scenario.engine)}, so nothing was pickled.</p>
      ) : ended === null ? (
        <p className="price-note">Shown once the run has ended: to measure it now would disturb the run.</p>
      ) : (
        <Priced runId={started.runId} task={task} side={side} />
      )}
    </section>
  );
}

function Priced(request: PriceRequest) {
  const answer = usePrice(request);
  if (answer === null) return <p className="price-note">Measuring …</p>;
  if (!answer.ok) return <p className="price-note">{answer.message}</p>;
  const { root, note } = answer.value;
  return (
    <>
      {note !== null && <p className="price-note">{note}</p>}
      <Sum price={answer.value} />
      <PriceTree key={`${request.runId} ${request.task} ${request.side}`} root={root} whole={request.side} />
    </>
  );
}

function Sum({ price: { root, ns, setUpNs } }: { readonly price: Price }) {
  if (ns === null || root.bytes === null) return null;
  const names = root.nameBytes / root.bytes;
  return (
    <p className="price-sum">
      <span>
        <strong>{formatBytes(root.bytes)}</strong> in <strong>{formatMicros(ns)}</strong>
        {setUpNs !== null && setUpNs < ns && setUpNs > ns / 20 && `, ${formatMicros(setUpNs)} of it to set up`}
        {names >= 0.05 && `; names of properties take ${formatPercent(names)}`}
      </span>
      <TruthBadge method="price" />
    </p>
  );
}
