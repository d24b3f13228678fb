import { Route, Routes } from 'react-router-dom';
import { PageBody } from '../shared/PageBody';
import { ProductPage } from './detail/ProductPage';
import { LaunchPage } from './launch';
import { ProductsPage } from './list/ProductsPage';

/** The products below the address that they are mounted at. */
export function ProductsRouter() {
  return (
    <PageBody>
      <Routes>
        <Route path=":account/:product" element={<ProductPage />} />
        <Route path=":account/:product/launch" element={<LaunchPage />} />
        <Route path="*" element={<ProductsPage />} />
      </Routes>
    </PageBody>
  );
}
