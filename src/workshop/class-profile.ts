import { effect, type ReadonlySignal } from '@preact/signals';
import type { ClassView } from '../../protocol/workshop/views.ts';
// Loaded before anything is recorded: what it reads of a connection is then nobody's call.
import '../media/obey-profile.ts';
import { keepProfile } from '../media/profile.ts';
import type { Member } from './member.ts';

/** The labs of this browser obey the class's profile for as long as there is a seat in it. */
export function keepClassProfile(member: Member, view: ReadonlySignal<ClassView | undefined>, leaving: AbortSignal) {
  const end = effect(() => {
    if (member.over.value) keepProfile(null);
    // Until the class is heard of, what it last said holds.
    else if (view.value) keepProfile(view.value.profile);
  });
  leaving.addEventListener('abort', end);
}
