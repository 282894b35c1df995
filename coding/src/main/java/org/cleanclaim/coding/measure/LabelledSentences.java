package org.cleanclaim.coding.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cleanclaim.coding.assertion.Assertion;
import org.cleanclaim.coding.assertion.AssertionReader;
import org.cleanclaim.coding.document.SectionKind;
import org.cleanclaim.coding.document.Sentence;

/// Sentences with one condition each and what physicians said of it: `sentences.tsv` (number,
/// condition, sentence, `Negated` or `Affirmed`, `Recent`, `Historical` or other).
public record LabelledSentences(String name, List<Labelled> sentences) {
  private static final Pattern TAB = Pattern.compile("\t");

  /// One sentence.
  public record Labelled(String condition, String text, boolean isNegated, boolean isHistorical) {}

  public LabelledSentences {
    sentences = List.copyOf(sentences);
  }

  /// Empty when the folder has none.
  public static Optional<LabelledSentences> read(Path folder) throws IOException {
    Path file = folder.resolve("sentences.tsv");
    if (!Files.isRegularFile(file)) return Optional.empty();
    var sentences = new ArrayList<Labelled>();
    for (String line : Files.readAllLines(file)) {
      String[] cell = TAB.split(line, -1);
      if (cell.length < 5 || cell[0].equals("id")) continue;
      sentences.add(
          new Labelled(cell[1], cell[2], cell[3].equals("Negated"), cell[4].equals("Historical")));
    }
    return Optional.of(new LabelledSentences(folder.getFileName().toString(), sentences));
  }

  /// How often a condition is read as absent, and was.
  public Agreement negation() {
    Agreement sum = Agreement.NONE;
    for (Labelled each : sentences) {
      sum = sum.plus(one(read(each).isAbsent(), each.isNegated()));
    }
    return sum;
  }

  /// How often a condition is read as part of a history, and was.
  public Agreement history() {
    Agreement sum = Agreement.NONE;
    for (Labelled each : sentences) {
      Place at = place(each);
      boolean isRead =
          AssertionReader.isHistorical(each.text(), at.sentence(), at.start(), at.end());
      sum = sum.plus(one(isRead, each.isHistorical()));
    }
    return sum;
  }

  private static Agreement one(boolean isRead, boolean isSo) {
    return new Agreement(isRead && isSo ? 1 : 0, isRead ? 1 : 0, isSo ? 1 : 0);
  }

  private static Assertion read(Labelled each) {
    Place at = place(each);
    return AssertionReader.read(each.text(), at.sentence(), at.start(), at.end());
  }

  /// Where the condition stands: in capitals where the sentence shows it so.
  private static Place place(Labelled each) {
    String condition = each.condition();
    int at = each.text().indexOf(condition.toUpperCase(Locale.ROOT));
    if (at < 0) {
      at = each.text().toLowerCase(Locale.ROOT).indexOf(condition.toLowerCase(Locale.ROOT));
    }
    var sentence = new Sentence(SectionKind.NARRATIVE, false, 0, each.text().length(), List.of());
    return at < 0
        ? new Place(sentence, 0, each.text().length())
        : new Place(sentence, at, at + condition.length());
  }

  private record Place(Sentence sentence, int start, int end) {}
}
