package org.cleanclaim.workforce.estimate;

import java.util.List;
import org.cleanclaim.workforce.benchmark.Figure;

/// What one factor brings to a range.
///
/// @param stated what the profile says of it, in words
/// @param basis whether figures are published for just that
/// @param figures published figures that are taken; never empty
/// @param range from the lowest to the highest of them
/// @param near names for which something is published, where nothing is for the stated one
public record Contribution(
    Factor factor,
    String stated,
    Basis basis,
    List<Figure> figures,
    PayRange range,
    List<String> near) {

  /// How the figures of a factor were found.
  public enum Basis {
    /// They are published for what the profile states.
    PUBLISHED("published for it"),
    /// The credential is published, but not with the years: holders with any experience.
    ANY_EXPERIENCE(
        "not published for these years: holders with any experience, another population"),
    /// One end of a range is published: the other is that of all coders and billers.
    ONE_END("only one end is published for it: widened to the other end of all published"),
    /// The profile does not say: the lowest and the highest published value stand for all.
    NOT_STATED("not stated: from the lowest to the highest published"),
    /// Nothing is published for what it says: the range is widened.
    NOT_PUBLISHED("not published: widened to the lowest and the highest published"),
    /// The amount is published for holders of fewer credentials, and more do not lower it.
    FEWER_CREDENTIALS("published for fewer credentials; more do not lower it");

    private final String title;

    Basis(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }

    /// Whether the factor stands in the profile.
    public boolean isOfProfile() {
      return this != NOT_STATED && this != FEWER_CREDENTIALS;
    }
  }

  public Contribution {
    figures = List.copyOf(figures);
    near = List.copyOf(near);
  }

  static Contribution of(Factor factor, String stated, Basis basis, List<Figure> figures) {
    return new Contribution(factor, stated, basis, figures, PayRange.of(figures), List.of());
  }

  Contribution near(List<String> names) {
    return new Contribution(factor, stated, basis, figures, range, names);
  }
}
