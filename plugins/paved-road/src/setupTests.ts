import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// The pages are loaded when they are first shown, which takes a while.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);
