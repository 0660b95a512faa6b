/** Whether the browser can show alerts at all: not on plain http, and not in every browser. */
const canAlert = () => typeof Notification !== 'undefined' && window.isSecureContext;

export const alertPermission = (): NotificationPermission => (canAlert() ? Notification.permission : 'denied');
