import Button from '@material-ui/core/Button';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { ChoiceFilter } from '../../shared/ChoiceFilter';
import { shortName } from '../../shared/entityRefs';
import { TextFilter } from '../../shared/TextFilter';
import { ParamChanges } from '../../shared/useUrlParams';
import {
  hasServiceFilters,
  LONGEST_TEXT,
  NO_SERVICE_FILTERS,
  ServiceFilters,
} from './serviceFilters';
import { useOwners } from './useOwners';

const useStyles = makeStyles(
  (theme: Theme) => ({
    panel: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignItems: 'start',
      marginBottom: theme.spacing(2),
      [theme.breakpoints.up('sm')]: {
        gridTemplateColumns:
          'minmax(200px, 320px) minmax(200px, 420px) max-content',
      },
    },
  }),
  { name: 'PavedRoadServiceFilterPanel' },
);

export function ServiceFilterPanel(props: {
  filters: ServiceFilters;
  onChange: (changes: ParamChanges, options?: { replace?: boolean }) => void;
}) {
  const { filters, onChange } = props;
  const classes = useStyles();
  const { owners, error } = useOwners();
  return (
    <div role="search" aria-label="Filter services" className={classes.panel}>
      <TextFilter
        label="Name of the service"
        value={filters.text}
        maxLength={LONGEST_TEXT}
        onChange={text =>
          onChange({ text, cursor: undefined }, { replace: true })
        }
      />
      <ChoiceFilter
        label="Owner"
        options={owners}
        value={filters.owner}
        optionLabel={shortName}
        helperText={error && 'The owners could not be loaded.'}
        onChange={owner => onChange({ owner, cursor: undefined })}
      />
      {hasServiceFilters(filters) && (
        <Button variant="outlined" onClick={() => onChange(NO_SERVICE_FILTERS)}>
          Clear all filters
        </Button>
      )}
    </div>
  );
}
