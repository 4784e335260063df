import * as core from '@angular/core';

/** Gives a directive properties that are those of its element. */
export function passOn(directive: object, names: readonly string[]): void {
  const { nativeElement: element } = core.inject(core.ElementRef) as {
    nativeElement: Record<string, unknown>;
  };
  for (const name of names) {
    Object.defineProperty(directive, name, {
      get: () => element[name],
      set: (value: unknown) => {
        element[name] = value;
      },
      enumerable: true,
    });
  }
}
