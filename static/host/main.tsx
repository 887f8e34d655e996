// Starts the host's pages in the browser: the small Confluence, the admin page's host and the host's own pages.

import './state/feature-flags';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { ApiError } from './api/http';
import { App } from './app';
import './styles/base.css';
import './styles/layout.css';
import './styles/content.css';
import './styles/host.css';
import './styles/uikit.css';

// A refusal is an answer; only a lost connection is worth asking again.
const RETRIES_WHEN_UNREACHABLE = 2;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (failures, error) => !(error instanceof ApiError) && failures < RETRIES_WHEN_UNREACHABLE,
    },
  },
});

const place = document.getElementById('root') ?? document.body.appendChild(document.createElement('div'));
createRoot(place).render(
  <QueryClientProvider client={queries}>
    <App />
  </QueryClientProvider>,
);
