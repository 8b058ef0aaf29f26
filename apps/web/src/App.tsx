import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useMemo } from 'react';
import { queryClient } from './api/query-client';
import { sessionQuery } from './api/session';
import { router } from './router';
import { currentAccent } from './theme/current-accent';
import { themeOf } from './theme/theme';
import { Announcer } from './ui/Announcer';
import { ConfirmHost } from './ui/Confirm';
import { ErrorState } from './ui/States';
import { NewPasswordPage } from './workplaces/sign-in/NewPasswordPage';
import { SignInAgain } from './workplaces/sign-in/SignInAgain';
import { SignInPage } from './workplaces/sign-in/SignInPage';

export function App() {
  const accent = currentAccent.use();
  const theme = useMemo(() => themeOf(accent), [accent]);
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <SessionGate />
        <SignInAgain />
        <ConfirmHost />
        <Announcer />
      </MantineProvider>
    </QueryClientProvider>
  );
}

/** Nobody signed in: the sign-in on whatever address was asked for. Otherwise the application. */
function SessionGate() {
  const { data: session, isPending, error, refetch } = useQuery(sessionQuery);
  if (isPending) return null;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!session) return <SignInPage />;
  if (session.mustChangePassword) return <NewPasswordPage />;
  return <RouterProvider router={router} />;
}
