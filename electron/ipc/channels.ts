/** Every channel between the window and main. */
export const channels = {
  call: 'call',
  desktop: 'desktop',
  cancel: 'cancel',
  unsaved: 'unsaved',
  event: 'event',
} as const;
