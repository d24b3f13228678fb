import { Route, Routes } from 'react-router-dom';
import { PageBody } from '../shared/PageBody';
import { RulePage } from './RulePage';
import { RulesPage } from './RulesPage';

/** The rules below the address that they are mounted at. */
export function RulesRouter() {
  return (
    <PageBody>
      <Routes>
        <Route path=":pack/:name" element={<RulePage />} />
        <Route path="*" element={<RulesPage />} />
      </Routes>
    </PageBody>
  );
}
