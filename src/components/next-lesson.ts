/** When a lesson was last opened, and when it was marked as worked through. */
export type Visit = { opened: number; done?: number };
export type Progress = Readonly<Record<string, Visit>>;

export type Next = { lesson: string; how: 'start' | 'continue' | 'go on' } | undefined;

/** Where to go: back to what was left in the middle, else on to the first that is new, else nowhere: all is done. */
export function nextLesson(lessons: readonly string[], progress: Progress): Next {
  const isDone = (lesson: string) => progress[lesson]?.done !== undefined;
  const opened = (lesson: string) => progress[lesson]?.opened ?? 0;
  const left = lessons.filter((lesson) => opened(lesson) && !isDone(lesson));
  if (left.length) return { lesson: left.reduce((a, b) => (opened(b) > opened(a) ? b : a)), how: 'continue' };
  const fresh = lessons.find((lesson) => !isDone(lesson));
  if (fresh === undefined) return undefined;
  return { lesson: fresh, how: lessons.some(isDone) ? 'go on' : 'start' };
}
