import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole pages of an app are rendered, on machines that may be busy.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(120_000);
