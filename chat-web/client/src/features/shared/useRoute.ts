import { useSyncExternalStore } from 'react';
import type { Visit } from '../../navigation/navigation';
import { Navigation } from '../../navigation/navigation';
import type { Route } from '../../navigation/route';
import { hrefOf } from '../../navigation/route';

export const navigation = new Navigation(window);

export const conversationHref = (conv: number) => hrefOf({ view: 'conversation', conv });

export const go = (route: Route) => navigation.go(route);

export function goTo(conv: number, pos?: number) {
  navigation.go({ view: 'conversation', conv, pos });
}

export function useVisit(): Visit {
  return useSyncExternalStore(navigation.subscribe, navigation.current);
}

export function useRoute(): Route {
  return useVisit().route;
}
