import SvgIcon, { SvgIconProps } from '@material-ui/core/SvgIcon';

/**
 * A road towards the horizon, for the navigation.
 *
 * @public
 */
export function PavedRoadIcon(props: SvgIconProps) {
  return (
    <SvgIcon {...props}>
      <path d="M9.2 3 3 21h4.6l1-4h2.4v4h2v-4h2.4l1 4H21L14.8 3H13v3.5h-2V3H9.2zm1.8 6h2v4.5h-2V9z" />
    </SvgIcon>
  );
}
