import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { ServicesPage } from '../compliance';
import { AdoptionPage, GoldenPathsPage } from '../goldenPaths';
import { OverviewPage } from '../overview';
import { ProductsRouter, ProvisionedRouter } from '../products';
import { RulesRouter } from '../rules';

/** The pages as tabs, as the legacy frontend system shows them. */
export function PavedRoadPage() {
  return (
    <Page themeId="tool">
      <Header title="Paved Road" />
      <TabbedLayout>
        <TabbedLayout.Route path="/" title="Overview">
          <OverviewPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/golden-paths" title="Golden paths">
          <GoldenPathsPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/rules" title="Rules">
          <RulesRouter />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/services" title="Services">
          <ServicesPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/adoption" title="Adoption">
          <AdoptionPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/products" title="Products">
          <ProductsRouter />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/provisioned" title="Provisioned">
          <ProvisionedRouter />
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
}
