/** Something that happens again and again, and that others wait for. */
export class Signal {
  private happened: () => void = () => {};
  /** Resolved when it happens next. */
  next: Promise<void> = this.begin();

  give(): void {
    const { happened } = this;
    this.next = this.begin();
    happened();
  }

  private begin(): Promise<void> {
    return new Promise((resolve) => {
      this.happened = resolve;
    });
  }
}
