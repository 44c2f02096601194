import { limits } from '../../protocol/workshop/limits.ts';
import type { Member } from './member.ts';

/** What is chosen in the questions of a lesson is told as the words that were chosen. */
export function tellAnswers(member: Member, leaving: AbortSignal) {
  function hear({ target }: Event) {
    const input = target as HTMLInputElement;
    const asked = input.closest<HTMLElement>('[data-question]');
    if (!asked || input.type !== 'radio') return;
    const label = input.closest('label');
    const choice = (label?.querySelector('span') ?? label)?.textContent.replaceAll(/\s+/g, ' ').trim();
    const question = asked.dataset.question!.slice(0, limits.place);
    if (choice) void member.does({ what: 'answered', question, choice: choice.slice(0, limits.option) });
  }
  document.addEventListener('change', hear, { signal: leaving });
}
