import { createContext, useContext } from 'react';
import type { Chat } from '../../state/chat';
import type { ChatState } from '../../state/chatState';
import { useStore } from 'zustand';

export const ChatContext = createContext<Chat | undefined>(undefined);

export function useChat(): Chat {
  const chat = useContext(ChatContext);
  if (!chat) throw new Error('useChat is used outside of a ChatContext');
  return chat;
}

export function useChatState<T>(select: (state: ChatState) => T): T {
  return useStore(useChat().store, select);
}
