package org.cleanclaim.x12;

import java.util.function.Consumer;
import org.cleanclaim.x12.lexer.Segment;
import org.jspecify.annotations.Nullable;

/// Takes what is found wrong with a file and gives it on at once. Behind the limit faults are only
/// counted, so that a file of rubbish does not fill the memory.
public final class Faults {
  /// More faults of one file than anybody reads.
  public static final int LIMIT = 10_000;

  private final Consumer<Fault> receiver;
  private long count;

  public Faults(Consumer<Fault> receiver) {
    this.receiver = receiver;
  }

  /// Counts without keeping anything.
  public static Faults ignored() {
    return new Faults(f -> {});
  }

  public void add(Fault fault) {
    if (count++ < LIMIT) receiver.accept(fault);
  }

  /// A fault of a segment, or of the whole file when there is none.
  public void add(Check check, @Nullable Segment segment, String message, String remedy) {
    add(
        segment == null
            ? Fault.ofFile(check, message, remedy)
            : Fault.of(check, segment, null, message, remedy));
  }

  /// A fault of one element.
  public void add(Check check, Segment segment, int element, String message, String remedy) {
    add(Fault.of(check, segment, null, message, remedy).at(element, 0, segment.element(element)));
  }

  /// How many there were, those behind the limit included.
  public long count() {
    return count;
  }
}
