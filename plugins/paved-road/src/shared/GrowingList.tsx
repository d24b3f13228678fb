import { ReactNode, useState } from 'react';
import Button from '@material-ui/core/Button';
import { count } from './words';

/**
 * The first of many items, and a button for the next ones, so that a page with
 * thousands of them is still one that can be read.
 */
export function GrowingList<TItem>(props: {
  items: TItem[];
  /** How many are shown at first. */
  first: number;
  /** How many more each time; as many as at first where absent. */
  step?: number;
  /** What the items are called: one, and several where it isn't `one` + `s`. */
  noun: [one: string, several?: string];
  children: (items: TItem[]) => ReactNode;
}) {
  const { items, first, step = first, noun } = props;
  const [shown, setShown] = useState(first);
  const left = items.length - shown;
  const next = Math.min(left, step);
  return (
    <>
      {props.children(items.slice(0, shown))}
      {left > 0 && (
        <Button variant="outlined" onClick={() => setShown(shown + step)}>
          Show {count(next, ...noun)}
          {left > next && ` of ${left.toLocaleString('en')} left`}
        </Button>
      )}
    </>
  );
}
