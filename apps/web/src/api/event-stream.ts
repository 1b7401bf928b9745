/** Milliseconds before a stream that the server refused is asked for again; one that was only cut off the browser asks for again by itself. */
const AGAIN = 10_000;

/**
 * Listens to server-sent events of one name until `stop` is called.
 *
 * @param onState told `true` when the stream is open and `false` when it was lost
 * @param onRefused told when the server did not let it be opened: the session may have ended
 * @returns stop
 */
export function listen<T>(
  address: string,
  event: string,
  onEvent: (data: T) => void,
  onState: (isOpen: boolean) => void,
  onRefused: () => void,
): () => void {
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = (): void => {
    source = new EventSource(address);
    source.addEventListener(event, ({ data }) => onEvent(JSON.parse(data) as T));
    source.addEventListener('open', () => onState(true));
    source.addEventListener('error', () => {
      onState(false);
      if (source?.readyState !== EventSource.CLOSED) return;
      onRefused();
      timer = setTimeout(open, AGAIN);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
