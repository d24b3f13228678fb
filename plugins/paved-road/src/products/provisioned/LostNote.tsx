import CloudOffIcon from '@material-ui/icons/CloudOff';
import { Mark } from '../../shared/Mark';

/** Says that what is shown may be old, since the backend does not answer now. */
export function LostNote(props: { lost: boolean }) {
  return (
    <div role="status">
      {props.lost && (
        <Mark icon={CloudOffIcon} tone="warn">
          This may be old: the backend does not answer now.
        </Mark>
      )}
    </div>
  );
}
