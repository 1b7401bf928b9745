import { Slider } from 'antd';
import { useState } from 'react';
import { useWords } from '../../words/use-words.ts';
import { catalogueWords } from './words.ts';

/** How much something covers what is below it. While it is dragged the map waits: it is told when the handle is let go. */
export function OpacitySlider({
  title,
  opacity,
  onOpacity,
}: {
  readonly title: string;
  /** 0 to 1. */
  readonly opacity: number;
  onOpacity(opacity: number): void;
}) {
  const words = useWords(catalogueWords);
  const [dragged, setDragged] = useState<number>();
  return (
    <Slider
      min={0}
      max={100}
      step={5}
      value={Math.round((dragged ?? opacity) * 100)}
      ariaLabelForHandle={words.opacity(title)}
      tooltip={{ formatter: (percent) => `${percent} %` }}
      onChange={(percent) => setDragged(percent / 100)}
      onChangeComplete={(percent) => {
        setDragged(undefined);
        onOpacity(percent / 100);
      }}
    />
  );
}
