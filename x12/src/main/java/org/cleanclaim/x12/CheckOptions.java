package org.cleanclaim.x12;

import org.cleanclaim.x12.guide.CodeLists;
import org.cleanclaim.x12.guide.ElementChecks.Strictness;
import org.cleanclaim.x12.guide.GuideBook;

/// How a file is checked.
///
/// @param strictness what a code that is on no outside list weighs
public record CheckOptions(GuideBook guides, CodeLists lists, Strictness strictness) {

  /// The guides that come with the program, without outside code lists.
  public static CheckOptions standard() {
    return new CheckOptions(GuideBook.builtIn(), CodeLists.none(), Strictness.WARN);
  }
}
