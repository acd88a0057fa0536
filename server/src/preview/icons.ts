import type { NodeKind } from './graph';

/** Drawn for this project on a grid of 16: strokes of 1.4 with round ends. A dot is a line of no length. */
export const icons: Readonly<Record<NodeKind, string>> = {
  pstn: 'M4.2 2.5h1.9l1 2.9-1.4 1.1a8 8 0 0 0 3.8 3.8l1.1-1.4 2.9 1v1.9c0 .9-.7 1.6-1.6 1.5A10.4 10.4 0 0 1 2.7 4.1C2.6 3.2 3.3 2.5 4.2 2.5z',
  clients: 'M2.8 9V8a5.2 5.2 0 0 1 10.4 0v1M2.8 8.8h2.4v4H3.8a1 1 0 0 1-1-1zM13.2 8.8h-2.4v4h1.4a1 1 0 0 0 1-1z',
  federation:
    'M8 2.2a5.8 5.8 0 1 0 0 11.6a5.8 5.8 0 0 0 0-11.6zM2.3 8h11.4M8 2.2c2 1.8 2.6 3.7 2.6 5.8S10 12 8 13.8C6 12 5.4 10.1 5.4 8S6 4 8 2.2z',
  site: 'M3.2 13.5v-10h6v10M9.2 6.5h3.6v7M2 13.5h12M5.2 6h2M5.2 8.5h2M5.2 11h2',
  pool: 'M3 2.8h10v4.2H3zM3 9h10v4.2H3zM5.4 4.9h0M5.4 11.1h0M8.2 4.9h2.6M8.2 11.1h2.6',
  exUmRouting: 'M2 8h3.6M5.6 8l3-4h4.8M5.6 8l3 4h4.8M11.4 2l2 2-2 2M11.4 10l2 2-2 2',
  umDialPlan: 'M4 3.5h0M8 3.5h0M12 3.5h0M4 7h0M8 7h0M12 7h0M4 10.5h0M8 10.5h0M12 10.5h0M8 14h0',
  umServers:
    'M4.7 5.4a2.7 2.7 0 1 0 0 5.4a2.7 2.7 0 0 0 0-5.4zM11.3 5.4a2.7 2.7 0 1 0 0 5.4a2.7 2.7 0 0 0 0-5.4zM4.7 10.8h6.6',
  edge: 'M8 2l5 1.8v4c0 3-2 5-5 6.2c-3-1.2-5-3.2-5-6.2v-4zM5.8 7.9l1.6 1.6 2.9-3',
  hostingProvider: 'M4.8 12.5a2.9 2.9 0 0 1-.3-5.8a3.9 3.9 0 0 1 7.5.9a2.5 2.5 0 0 1-.2 4.9z',
  tenant: 'M2.8 13.5V5.2L8 2.5l5.2 2.7v8.3zM6.3 13.5v-3.3h3.4v3.3M6 7h0M10 7h0',
  contact:
    'M2.5 3.5h11v9h-11zM5.9 6a1.3 1.3 0 1 0 0 2.6a1.3 1.3 0 0 0 0-2.6zM3.9 10.8c.4-1 3.6-1 4 0M10 6.5h1.6M10 9h1.6',
  mailboxes: 'M2.5 4h11v8.5h-11zM2.5 4.6L8 9l5.5-4.4',
  noVoicemail:
    'M4.7 5.4a2.7 2.7 0 1 0 0 5.4a2.7 2.7 0 0 0 0-5.4zM11.3 5.4a2.7 2.7 0 1 0 0 5.4a2.7 2.7 0 0 0 0-5.4zM4.7 10.8h6.6M3 14L13 2',
  lost: 'M8 2.2a5.8 5.8 0 1 0 0 11.6a5.8 5.8 0 0 0 0-11.6zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
  unknown: 'M8 2.2a5.8 5.8 0 1 0 0 11.6a5.8 5.8 0 0 0 0-11.6zM6.2 6.6a1.8 1.8 0 1 1 2.6 1.6c-.5.3-.8.6-.8 1.2M8 11.4h0',
};

/** Signs of states, on a grid of 10 around their middle. */
export const signs = {
  broken: 'M-2.8-2.8L2.8 2.8M2.8-2.8L-2.8 2.8',
  unknown: 'M-1.9-1.7a1.9 1.9 0 1 1 2.8 1.7c-.6.3-.9.7-.9 1.3M0 3.4h0',
  disabled: 'M-1.5-2.6v5.2M1.5-2.6v5.2',
  person: 'M0-3.2a1.7 1.7 0 1 0 0 3.4a1.7 1.7 0 0 0 0-3.4zM-3 3.6c0-3.6 6-3.6 6 0',
  warning: 'M0-2.9V.6M0 2.8h0',
} as const;
