import { ReactNode, useLayoutEffect, useRef } from 'react';
import { fade, makeStyles, Theme } from '@material-ui/core/styles';
import { toneColor } from '../tone';
import { VisuallyHidden } from '../VisuallyHidden';

const useStyles = makeStyles(
  (theme: Theme) => ({
    scroller: {
      position: 'relative',
      maxHeight: 420,
      overflow: 'auto',
      margin: theme.spacing(1, 0),
      padding: theme.spacing(1, 0),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
      color: theme.palette.text.primary,
      fontFamily: 'Menlo, Consolas, "DejaVu Sans Mono", monospace',
      fontSize: theme.typography.pxToRem(13),
      lineHeight: 1.6,
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
      },
    },
    lines: {
      display: 'inline-block',
      minWidth: '100%',
      margin: 0,
      font: 'inherit',
    },
    line: {
      display: 'flex',
      paddingRight: theme.spacing(2),
      borderLeft: '4px solid transparent',
      whiteSpace: 'pre',
    },
    marked: {
      borderLeftColor: toneColor(theme, 'warn'),
      backgroundColor: fade(theme.palette.warning.main, 0.14),
    },
    number: {
      flexShrink: 0,
      minWidth: theme.spacing(6),
      paddingRight: theme.spacing(1.5),
      textAlign: 'right',
      color: toneColor(theme, 'quiet'),
      userSelect: 'none',
      '&::before': { content: 'attr(data-line)' },
    },
  }),
  { name: 'PavedRoadCodeView' },
);

/**
 * Lines of a file with their numbers, one of them marked and in sight. The
 * lines are text or elements, never markup from data.
 */
export function CodeView(props: {
  /** What the lines are, for those who hear the page. */
  label: string;
  lines: ReactNode[];
  /** The number of the first line; 1 where absent. */
  startLine?: number;
  /** The number of the line to mark. */
  markedLine?: number;
}) {
  const { lines, startLine = 1, markedLine } = props;
  const classes = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const marked = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (scroller.current && marked.current) {
      scroller.current.scrollTop =
        marked.current.offsetTop - scroller.current.clientHeight / 3;
    }
  }, [markedLine, lines]);
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="region"
      aria-label={props.label}
      // Lets the keyboard scroll what overflows.
      tabIndex={0}
    >
      <pre className={classes.lines}>
        <code>
          {lines.map((content, index) => {
            const number = startLine + index;
            const isMarked = number === markedLine;
            return (
              <span
                key={number}
                ref={isMarked ? marked : undefined}
                className={`${classes.line} ${isMarked ? classes.marked : ''}`}
              >
                <span
                  className={classes.number}
                  data-line={number}
                  aria-hidden
                />
                {isMarked && (
                  <VisuallyHidden>Marked line {number}: </VisuallyHidden>
                )}
                <span>{content}</span>
                {'\n'}
              </span>
            );
          })}
        </code>
      </pre>
    </div>
  );
}
