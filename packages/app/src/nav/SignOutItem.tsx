import { SidebarItem } from '@backstage/core-components';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import ExitToAppIcon from '@material-ui/icons/ExitToApp';
import { useUserProfile } from '@backstage/plugin-user-settings';

/** Says who is signed in, and lets one become somebody else. */
export function SignOutItem() {
  const identityApi = useApi(identityApiRef);
  const { displayName } = useUserProfile();
  return (
    <SidebarItem
      icon={ExitToAppIcon}
      text={`Sign out ${displayName}`}
      onClick={() => identityApi.signOut()}
    />
  );
}
