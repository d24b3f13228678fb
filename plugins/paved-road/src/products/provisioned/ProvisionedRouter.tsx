import { Route, Routes } from 'react-router-dom';
import { PageBody } from '../../shared/PageBody';
import { UpdatePage } from '../launch';
import { ProvisionedProductPage } from './detail/ProvisionedProductPage';
import { EndPage } from './end/EndPage';
import { ProvisionedProductsPage } from './list/ProvisionedProductsPage';

/** What was launched, below the address that it is mounted at. */
export function ProvisionedRouter() {
  return (
    <PageBody>
      <Routes>
        <Route path=":id/update" element={<UpdatePage />} />
        <Route path=":id/end" element={<EndPage />} />
        <Route path=":id" element={<ProvisionedProductPage />} />
        <Route path="*" element={<ProvisionedProductsPage />} />
      </Routes>
    </PageBody>
  );
}
