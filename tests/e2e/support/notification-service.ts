import dbus from 'dbus-next';
import { startSessionBus } from '../../../scripts/lib/headless.mjs';

/** One call of org.freedesktop.Notifications.Notify, as the app made it. */
export interface ShownNotification {
  /** What the service answered; replies name it. */
  readonly id: number;
  readonly appName: string;
  /** The notification it takes the place of; 0 for none. */
  readonly replacesId: number;
  readonly icon: string;
  readonly summary: string;
  readonly body: string;
  /** Key and label by turns; the key `default` is a click on the notification itself. */
  readonly actions: readonly string[];
  readonly hints: Readonly<Record<string, unknown>>;
}

/** Why a notification went away, by the freedesktop.org notification specification. */
export const closeReason = { expired: 1, dismissed: 2, byCall: 3 } as const;

const interfaceName = 'org.freedesktop.Notifications';

class NotificationsInterface extends dbus.interface.Interface {
  readonly shown: ShownNotification[] = [];
  onShown: () => void = () => {};

  constructor() {
    super(interfaceName);
  }

  Notify(
    appName: string,
    replacesId: number,
    icon: string,
    summary: string,
    body: string,
    actions: string[],
    hints: Record<string, dbus.Variant>,
  ): number {
    const id = replacesId === 0 ? this.shown.length + 1 : replacesId;
    const plainHints = Object.fromEntries(Object.entries(hints).map(([name, { value }]) => [name, value]));
    this.shown.push({ id, appName, replacesId, icon, summary, body, actions, hints: plainHints });
    this.onShown();
    return id;
  }

  GetCapabilities(): string[] {
    return ['actions', 'body', 'body-markup', 'icon-static', 'persistence'];
  }

  GetServerInformation(): [string, string, string, string] {
    return ['Recorder', 'Galla tests', '1', '1.2'];
  }

  CloseNotification(id: number): void {
    this.NotificationClosed(id, closeReason.byCall);
  }

  // The bodies of signals answer what is sent.
  ActionInvoked(id: number, key: string): [number, string] {
    return [id, key];
  }

  NotificationClosed(id: number, reason: number): [number, number] {
    return [id, reason];
  }
}

NotificationsInterface.configureMembers({
  methods: {
    Notify: { inSignature: 'susssasa{sv}i', outSignature: 'u' },
    GetCapabilities: { outSignature: 'as' },
    GetServerInformation: { outSignature: 'ssss' },
    CloseNotification: { inSignature: 'u' },
  },
  signals: {
    ActionInvoked: { signature: 'us' },
    NotificationClosed: { signature: 'uu' },
  },
});

export interface NotificationService {
  /** The environment that makes an app notify this service. */
  readonly env: NodeJS.ProcessEnv;
  /** What was shown so far, oldest first. */
  readonly shown: readonly ShownNotification[];
  /** The first notification that fits, already shown or still to come; the test's own timeout bounds the wait. */
  waitFor(fits: (notification: ShownNotification) => boolean): Promise<ShownNotification>;
  /** Clicks it as a person would: the app gets `click`, and the notification goes away. */
  click(id: number): void;
  close(id: number, reason: (typeof closeReason)[keyof typeof closeReason]): void;
  stop(): Promise<void>;
}

/**
 * A desktop's notification service for tests, on a session bus of its own: it records what it is asked to show and
 * answers as the test says.
 */
export async function startNotificationService(): Promise<NotificationService> {
  const sessionBus = await startSessionBus();
  const bus = dbus.sessionBus({ busAddress: sessionBus.env.DBUS_SESSION_BUS_ADDRESS ?? '' });
  const service = new NotificationsInterface();
  bus.export('/org/freedesktop/Notifications', service);
  await bus.requestName(interfaceName, 0);

  return {
    env: sessionBus.env,
    shown: service.shown,
    waitFor: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          const found = service.shown.find(fits);
          if (found) resolve(found);
        };
        const before = service.onShown;
        service.onShown = () => {
          before();
          look();
        };
        look();
      }),
    click(id) {
      service.ActionInvoked(id, 'default');
      service.NotificationClosed(id, closeReason.dismissed);
    },
    close(id, reason) {
      service.NotificationClosed(id, reason);
    },
    async stop() {
      bus.disconnect();
      await sessionBus.stop();
    },
  };
}
