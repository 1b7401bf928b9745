import { LngLatBounds, Map as MapLibre, type MapOptions, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { drawHatching } from './hatching.ts';

setWorkerUrl(workerUrl);

/** Where a map looks: west, south, east, north in degrees. */
export type LonLatBox = readonly [west: number, south: number, east: number, north: number];

/** Longitude, latitude and zoom of the middle. */
export interface View {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

/** The finest zoom that one can go to: 1 cm is about a pixel. */
const FINEST = 23;

/** A map in an element: north up, labels drawn from the system's fonts, nothing fetched but what the style names. */
export function createPane(container: HTMLElement, options: Partial<MapOptions>): MapLibre {
  const map = new MapLibre({
    container,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    rollEnabled: false,
    maxPitch: 0,
    maxZoom: FINEST,
    fadeDuration: 0,
    renderWorldCopies: false,
    localIdeographFontFamily: getComputedStyle(document.body).fontFamily,
    ...options,
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.setMissingStyleImageResolver((id) => {
    const picture = drawHatching(id);
    if (!picture || map.hasImage(id)) return;
    const { size, data, pixelRatio } = picture;
    map.addImage(id, { width: size, height: size, data }, { pixelRatio });
  });
  return map;
}

/** Room that is not to be covered, in pixels from each side. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Goes to a box, so that it lies in the middle of what no panel covers. */
export function showBox(
  map: MapLibre,
  [west, south, east, north]: LonLatBox,
  insets: Insets,
  isMoving: boolean,
): void {
  const { clientWidth, clientHeight } = map.getContainer();
  // On a narrow screen panels may cover nearly all: then the middle of the screen has to do.
  const isRoomy =
    insets.left + insets.right < clientWidth * 0.75 && insets.top + insets.bottom < clientHeight * 0.75;
  const room = isRoomy ? insets : { top: 24, right: 24, bottom: 24, left: 24 };
  map.fitBounds(new LngLatBounds([west, south, east, north]), {
    padding: { top: room.top + 24, right: room.right + 24, bottom: room.bottom + 24, left: room.left + 24 },
    maxZoom: 19,
    duration: isMoving ? 500 : 0,
  });
}

/** Says of the element whether the map in it is still being drawn. */
export function tellBusy(map: MapLibre, element: HTMLElement): void {
  const busy = (is: boolean) => () => element.setAttribute('aria-busy', String(is));
  busy(true)();
  map.on('dataloading', busy(true));
  map.on('movestart', busy(true));
  map.on('idle', busy(false));
}
