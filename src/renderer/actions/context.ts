/** The app's actions, for whatever is drawn. They never change: a context, not a store. */
import { createContext, use } from 'react';
import { useStore } from 'zustand';
import type { DraftState } from '../store/draft';
import type { Session } from '../store/session';
import type { Actions } from './actions';

export const ActionsContext = createContext<Actions | null>(null);

export function useActions(): Actions {
  const actions = use(ActionsContext);
  if (actions === null) throw new Error('Nothing is drawn outside the app.');
  return actions;
}

export function useDraft<Value>(select: (state: DraftState) => Value): Value {
  return useStore(useActions().draft, select);
}

export function useSession<Value>(select: (session: Session) => Value): Value {
  return useStore(useActions().session, select);
}
