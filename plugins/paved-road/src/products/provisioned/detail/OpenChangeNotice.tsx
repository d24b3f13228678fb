import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { Notice } from '../../../shared/Notice';
import { RelativeTime } from '../../../shared/RelativeTime';
import { changeIcons } from '../ChangeMark';
import { changeWords, progressTone, progressWords } from '../statusWords';
import { ChangeAsker } from './ChangeAsker';
import { OpenChange } from './openChange';

/** The change that goes on now, and how far it has come. */
export function OpenChangeNotice(props: { change: OpenChange }) {
  const { change } = props;
  const { problem, requestedAt, requestedBy } = change;
  return (
    <Notice
      icon={changeIcons[change.state]}
      tone={progressTone(change)}
      title={`${changeWords(change)}: ${progressWords(change)}`}
    >
      {problem && <Typography>In its way: {problem.message}</Typography>}
      {requestedBy && requestedAt && (
        <Typography>
          Asked for by <ChangeAsker requestedBy={requestedBy} />{' '}
          <RelativeTime value={requestedAt} />. This page follows it to its end.
        </Typography>
      )}
      <LinearProgress aria-label={`${changeWords(change)} is under way`} />
    </Notice>
  );
}
