import Typography from '@material-ui/core/Typography';
import LinkOffIcon from '@material-ui/icons/LinkOff';
import { ProductVersion } from '@paved-road/backstage-plugin-paved-road-common';
import { Notice } from '../../shared/Notice';
import { Section } from '../../shared/Section';
import { VersionChooser } from './VersionChooser';

/** The versions to choose from, and what has become of the one in the address. */
export function VersionSection(props: {
  versions: ProductVersion[];
  /** The one that the address names. */
  asked: string | null;
  /** The chosen one; absent where there is none. */
  version: ProductVersion | undefined;
  onChoose: (version: string) => void;
}) {
  const { versions, asked, version } = props;
  return (
    <Section level={3} title="Version">
      {asked && version && asked !== version.id && (
        <Notice
          icon={LinkOffIcon}
          tone="warn"
          title="The version in the address is not there"
          level={4}
        >
          <Typography>
            It may have been taken away. {version.name} is shown in its place.
          </Typography>
        </Notice>
      )}
      {version ? (
        <VersionChooser
          versions={versions}
          chosen={version.id}
          onChoose={props.onChoose}
        />
      ) : (
        <Typography>
          There is no version that can be launched. Those who support the
          product know whether one will come.
        </Typography>
      )}
    </Section>
  );
}
