import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What reactive controllers need of their element, without a browser's tree. */
export class FakeHost extends EventTarget implements ReactiveControllerHost {
  readonly updateComplete = Promise.resolve(true);
  readonly isConnected = true;
  updates = 0;
  #controllers: ReactiveController[] = [];

  /** This host, where an element is asked for. */
  get element(): this & HTMLElement {
    return this as this & HTMLElement;
  }

  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }

  removeController(controller: ReactiveController): void {
    this.#controllers = this.#controllers.filter((each) => each !== controller);
  }

  requestUpdate(): void {
    this.updates += 1;
  }

  contains(): boolean {
    return false;
  }

  dispatch(...types: string[]): void {
    for (const type of types) this.dispatchEvent(new Event(type));
  }

  /** Moves the pointer over the host. */
  movePointer(screenX: number): void {
    this.dispatchEvent(new PointerEvent('pointermove', { screenX }));
  }

  update(): void {
    for (const controller of this.#controllers) controller.hostUpdate?.();
  }

  disconnect(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }
}
