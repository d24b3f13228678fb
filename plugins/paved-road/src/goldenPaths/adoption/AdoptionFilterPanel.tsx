import Button from '@material-ui/core/Button';
import { makeStyles, Theme } from '@material-ui/core/styles';
import { Adoption } from '@paved-road/backstage-plugin-paved-road-common';
import { ChoiceFilter } from '../../shared/ChoiceFilter';
import { shortName } from '../../shared/entityRefs';
import { ParamChanges } from '../../shared/useUrlParams';
import { NONE } from '../links';
import {
  AdoptionFilters,
  hasAdoptionFilters,
  NO_ADOPTION_FILTERS,
} from './adoptionFilters';

const useStyles = makeStyles(
  (theme: Theme) => ({
    panel: {
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignItems: 'start',
      marginBottom: theme.spacing(2),
      [theme.breakpoints.up('sm')]: {
        gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
      },
      [theme.breakpoints.up('lg')]: {
        gridTemplateColumns: 'repeat(3, minmax(0, 320px)) max-content',
      },
    },
  }),
  { name: 'PavedRoadAdoptionFilterPanel' },
);

export function AdoptionFilterPanel(props: {
  adoption: Adoption;
  /** What the golden paths are called, by their refs. */
  titles: Map<string, string>;
  filters: AdoptionFilters;
  onChange: (changes: ParamChanges) => void;
}) {
  const { adoption, titles, filters, onChange } = props;
  const classes = useStyles();
  const valuesOf = (key: 'owner' | 'goldenPath' | 'version') =>
    [...new Set(adoption.services.map(service => service[key] ?? NONE))].sort();
  return (
    <div role="search" aria-label="Filter services" className={classes.panel}>
      <ChoiceFilter
        label="Team"
        options={valuesOf('owner')}
        value={filters.team}
        optionLabel={owner => (owner === NONE ? 'Nobody' : shortName(owner))}
        onChange={team => onChange({ team })}
      />
      <ChoiceFilter
        label="Golden path"
        options={valuesOf('goldenPath')}
        value={filters.path}
        optionLabel={ref =>
          ref === NONE ? 'None' : titles.get(ref) ?? shortName(ref)
        }
        onChange={path => onChange({ path })}
      />
      <ChoiceFilter
        label="Version"
        options={valuesOf('version')}
        value={filters.version}
        optionLabel={version => (version === NONE ? 'None' : version)}
        onChange={version => onChange({ version })}
      />
      {hasAdoptionFilters(filters) && (
        <Button
          variant="outlined"
          onClick={() => onChange(NO_ADOPTION_FILTERS)}
        >
          Clear all filters
        </Button>
      )}
    </div>
  );
}
