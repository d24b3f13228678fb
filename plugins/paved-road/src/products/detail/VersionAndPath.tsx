import {
  LaunchPath,
  ProductDetail,
  ProductVersion,
} from '@paved-road/backstage-plugin-paved-road-common';
import { PathChooser } from './PathChooser';
import { VersionSection } from './VersionSection';

/** Which version, and along which launch path where there is more than one. */
export function VersionAndPath(props: {
  product: ProductDetail;
  /** The version that the address names. */
  asked: string | null;
  version: ProductVersion | undefined;
  path: LaunchPath | undefined;
  onChange: (chosen: { version: string } | { path: string }) => void;
}) {
  const { product, onChange } = props;
  return (
    <>
      <VersionSection
        versions={product.versions}
        asked={props.asked}
        version={props.version}
        onChoose={version => onChange({ version })}
      />
      {product.launchPaths.length > 1 && (
        <PathChooser
          paths={product.launchPaths}
          chosen={props.path?.id}
          onChoose={path => onChange({ path })}
        />
      )}
    </>
  );
}
