import '@mantine/core/styles.css';
import './theme/base.css';
import './theme/frame.css';
import './theme/tables.css';
import './ui/ui.css';
import './theme/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { startI18n } from './i18n';

await startI18n();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
