/** What the colours and the hatch of a race mean. */

export function RaceLegend() {
  return (
    <p className="race-legend">
      <span className="race-ramp" aria-hidden="true" /> first to last of the input
      <span className="race-hatch" aria-hidden="true" /> complete, and held for others before the caller had it
    </p>
  );
}
