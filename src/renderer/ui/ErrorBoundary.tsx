import { Component, type ErrorInfo, type ReactNode } from 'react';
import { call } from '../live';
import { CrashScreen } from './CrashScreen';

interface Props {
  /** For the log: which screen broke. */
  readonly screen: string;
  readonly children: ReactNode;
}

interface State {
  readonly broken: boolean;
  readonly reference: string;
}

/** What breaks inside it is recorded by main and shown kindly; the rest of the app goes on. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: false, reference: '' };

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    void reportError(this.props.screen, error, info.componentStack ?? undefined).then((reference) =>
      this.setState({ reference }),
    );
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const again = () => this.setState({ broken: false, reference: '' });
    return <CrashScreen reference={this.state.reference} onAgain={again} />;
  }
}

/** Writes an error into main's log. Returns what to look for there; empty if even that failed. */
export async function reportError(screen: string, error: unknown, more?: string): Promise<string> {
  const message = error instanceof Error ? error.message : String(error);
  const stack = [error instanceof Error ? error.stack : undefined, more].filter(Boolean).join('\n');
  try {
    const input = { message: message.slice(0, 2000), screen: screen.slice(0, 100) };
    const answer = await call('system.reportError', stack ? { ...input, stack: stack.slice(0, 8000) } : input);
    return answer.correlationId;
  } catch {
    return ''; // The log cannot be reached; the person is told all the same.
  }
}

/** Errors outside of React's reach: event handlers, promises. */
export function reportStrayErrors(): void {
  window.addEventListener('error', (event) => void reportError('window', event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => void reportError('promise', event.reason));
}
