/** The method of a figure or a lane, in words. */
import { KIND_MEANINGS, type Method } from '../truth/method';

export function MethodText({ kind, name, how, cost }: Method) {
  return (
    <>
      <p className="truth-head">
        <strong>{name.charAt(0).toUpperCase() + name.slice(1)}</strong> <span className="badge">{kind}</span>
      </p>
      <p>{how}</p>
      {cost !== undefined && <p className="truth-more">To know it: {lower(cost)}</p>}
      <p className="truth-more">
        <em>{kind}</em>: {lower(KIND_MEANINGS[kind])}
      </p>
    </>
  );
}

const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
