import { type RefObject, useLayoutEffect, useState } from 'react';

/** Pixels across the inside of an element, without its scroll bar, as they are now; 0 before it is there. */
export function useRoomWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const room = element.current;
    if (!room) return;
    const observer = new ResizeObserver(() => setWidth(room.clientWidth));
    observer.observe(room);
    setWidth(room.clientWidth);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
