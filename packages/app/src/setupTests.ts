import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The first page that is rendered brings the whole app along.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);
