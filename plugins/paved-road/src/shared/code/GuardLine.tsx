import { makeStyles, Theme } from '@material-ui/core/styles';
import { toneColor } from '../tone';
import { GuardToken } from './guardTokens';

const useStyles = makeStyles(
  (theme: Theme) => ({
    keyword: {
      color: toneColor(theme, 'info'),
      fontWeight: 700,
    },
    string: { color: toneColor(theme, 'good') },
    regex: { color: toneColor(theme, 'warn') },
    comment: { color: toneColor(theme, 'quiet'), fontStyle: 'italic' },
    message: { color: toneColor(theme, 'quiet') },
    variable: { color: toneColor(theme, 'bad') },
    number: { color: toneColor(theme, 'good') },
    text: {},
  }),
  { name: 'PavedRoadGuardLine' },
);

/** One line of Guard source, coloured. */
export function GuardLine(props: { tokens: GuardToken[] }) {
  const classes = useStyles();
  return (
    <>
      {props.tokens.map((token, index) =>
        token.kind === 'text' ? (
          token.text
        ) : (
          <span key={index} className={classes[token.kind]}>
            {token.text}
          </span>
        ),
      )}
    </>
  );
}
