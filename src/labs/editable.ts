/** Whether a lab's file can be replaced in the page: it needs nothing but what it is given. */
export const isEditable = (file: string, source: string) =>
  file.startsWith('src/labs/') && !/^import (?!type\b)/m.test(source);
