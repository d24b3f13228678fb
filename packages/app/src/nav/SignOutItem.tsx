import { SidebarItem } from '@backstage/core-components';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useUserProfile } from '@backstage/plugin-user-settings';
import ExitToAppIcon from '@material-ui/icons/ExitToApp';

/** Says who is signed in, and lets one become somebody else. */
export function SignOutItem() {
  const identityApi = useApi(identityApiRef);
  const { displayName } = useUserProfile();
  return (
    <SidebarItem
      icon={ExitToAppIcon}
      text={`Sign out ${displayName.split(' ')[0]}`}
      onClick={() => identityApi.signOut()}
    />
  );
}
