package org.cleanclaim.coding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.cleanclaim.coding.assertion.Assertion;
import org.cleanclaim.coding.assertion.AssertionReader;
import org.cleanclaim.coding.document.SectionKind;
import org.cleanclaim.coding.document.Sentence;

/// Prints how often negation is read as physicians judged it.
public final class CodingMeasure {
  private static final Pattern TAB = Pattern.compile("\t");

  private CodingMeasure() {}

  public static void main(String[] args) throws IOException {
    int right = 0;
    int all = 0;
    for (String line :
        Files.readAllLines(Path.of(args[0], "corpus/coding/negation_context/sentences.tsv"))) {
      String[] cell = TAB.split(line, -1);
      if (cell.length < 4) continue;
      int at = cell[2].toLowerCase(Locale.ROOT).indexOf(cell[1].toLowerCase(Locale.ROOT));
      if (at < 0) continue;
      var sentence = new Sentence(SectionKind.NARRATIVE, 0, cell[2].length(), List.of());
      Assertion read = AssertionReader.read(cell[2], sentence, at, at + cell[1].length());
      all++;
      if ((read == Assertion.NEGATED) == cell[3].equals("Negated")) right++;
    }
    System.out.println("negation read as judged: " + right + " of " + all);
  }
}
