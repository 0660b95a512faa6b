import { configure } from '@testing-library/dom';

/** How long a test waits for what is loaded on demand. */
configure({ asyncUtilTimeout: 20_000 });
