import { Component, type ReactNode } from 'react';
import { ErrorState } from './States';

interface ErrorBoundaryProps {
  /** The address of the page: another one gets its own chance. */
  page: string;
  children: ReactNode;
}

/** Keeps a broken page from taking the frame with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override componentDidUpdate(before: ErrorBoundaryProps) {
    if (before.page !== this.props.page && this.state.error !== null) this.setState({ error: null });
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return <ErrorState error={this.state.error} retry={() => this.setState({ error: null })} />;
  }
}
