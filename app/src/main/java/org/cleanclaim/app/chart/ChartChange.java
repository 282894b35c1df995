package org.cleanclaim.app.chart;

import java.util.Objects;
import java.util.UUID;
import org.cleanclaim.kernel.code.CodeSystem;
import org.jspecify.annotations.Nullable;

/// One thing that a coder does to a chart on a screen. It names codes and places, never words of
/// the record, so that it may wait in the browser while the connection is lost.
///
/// @param key made by the screen, one for each change; a change that comes twice is made once
/// @param revision of the chart that the screen showed
/// @param place where the evidence stands, for changes that select evidence
public record ChartChange(
    UUID key,
    long revision,
    Kind kind,
    CodeSystem system,
    String code,
    @Nullable ChangeReason reason,
    @Nullable TextPlace place) {
  public ChartChange {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(kind, "kind");
    if (kind == Kind.TAKE_BACK) {
      system = Objects.requireNonNullElse(system, CodeSystem.ICD10CM);
      code = Objects.requireNonNullElse(code, "");
    }
    Objects.requireNonNull(system, "system");
    Objects.requireNonNull(code, "code");
  }

  /// What may be done.
  public enum Kind {
    /// Take the suggestion over behind the codes that are there.
    ACCEPT("accept"),
    /// Take the suggestion over, or the code that is there, as first-listed or principal diagnosis.
    PRINCIPAL("make principal"),
    /// Reject the suggestion.
    REJECT("reject"),
    /// Add a code with words of the record or for a reason.
    ADD("add"),
    /// Select words of the record as evidence for a code.
    EVIDENCE("select evidence for"),
    /// Take a code out.
    REMOVE("take out"),
    /// One place up in the sequence.
    UP("move up"),
    /// One place down.
    DOWN("move down"),
    /// Take the last change back, whatever it was; system and code are not read.
    TAKE_BACK("take the last change back");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /// For sentences: `accept E11.9`.
  String inWords() {
    return kind == Kind.TAKE_BACK ? kind.words() : kind.words() + " " + system.written(code);
  }
}
