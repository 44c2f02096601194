/** Pages to begin with, in public/starting-points/; each is kept as text, so that it is saved and not run here. */
export const startingPoints = [
  { file: '1-camera.html', title: 'Camera', about: 'Your own picture: ask, show, change, record, share the screen.' },
  { file: '2-call.html', title: 'Call', about: 'Two windows, one server: offer, answer, candidates.' },
  { file: '3-appointment.html', title: 'Appointment', about: 'A room for two, with mute, chat and a proper end.' },
  { file: 'console.html', title: 'A blank page', about: 'For the console: an empty page that has Socket.IO.' },
] as const;
