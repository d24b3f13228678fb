import { makeStyles, Theme } from '@material-ui/core/styles';
import { Link } from '@backstage/core-components';
import { Adoption } from '@paved-road/backstage-plugin-paved-road-common';
import { OwnerLink } from '../../shared/OwnerLink';
import { Section } from '../../shared/Section';
import { NONE, useGoldenPathLink } from '../links';
import { GroupTable } from './GroupTable';

const useStyles = makeStyles(
  (theme: Theme) => ({
    columns: {
      display: 'grid',
      columnGap: theme.spacing(3),
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignItems: 'start',
      [theme.breakpoints.up('lg')]: {
        gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      },
    },
  }),
  { name: 'PavedRoadAdoptionGroups' },
);

/** How far the paved road reaches, team by team and path by path. */
export function AdoptionGroups(props: { adoption: Adoption }) {
  const { byTeam, byPath } = props.adoption;
  const classes = useStyles();
  const goldenPathLink = useGoldenPathLink();
  return (
    <div className={classes.columns}>
      <Section level={3} title="By team">
        <GroupTable
          label="Services by team"
          head="Team"
          noun={['more team']}
          groups={byTeam.map(({ owner, counts }) => ({
            key: owner,
            name: owner ? <OwnerLink entityRef={owner} /> : 'Nobody',
            filters: { team: owner || NONE },
            counts,
          }))}
        />
      </Section>
      <Section level={3} title="By golden path">
        <GroupTable
          label="Services by golden path"
          head="Golden path"
          noun={['more golden path']}
          groups={byPath.map(({ ref, title, counts }) => ({
            key: ref ?? NONE,
            name: ref ? (
              <Link to={goldenPathLink(ref)}>{title}</Link>
            ) : (
              'From no golden path'
            ),
            filters: { path: ref ?? NONE },
            counts,
          }))}
        />
      </Section>
    </div>
  );
}
