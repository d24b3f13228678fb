const SHORT = 7;

/** A commit short enough to read aloud, with the whole of it on hover. */
export function Commit(props: { value: string }) {
  return <code title={props.value}>{props.value.slice(0, SHORT)}</code>;
}
