package org.cleanclaim.coding.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cleanclaim.coding.document.Headings;
import org.cleanclaim.coding.document.NoteReader;
import org.cleanclaim.coding.document.Sentence;

/// Reads the statements of a note in order, each with the heading above it.
public final class Statements {
  private Statements() {}

  public static List<Statement> of(String text) {
    var statements = new ArrayList<Statement>();
    String heading = "";
    int line = 0;
    for (Sentence sentence : NoteReader.read(text)) {
      while (line <= sentence.start() && line < text.length()) {
        int end = text.indexOf('\n', line);
        if (end < 0) end = text.length();
        String found = Headings.of(withoutItem(text.substring(line, end)));
        if (!found.isEmpty()) heading = found.toLowerCase(Locale.ROOT).strip();
        line = end + 1;
      }
      statements.add(
          new Statement(
              heading,
              sentence.section(),
              sentence.start(),
              sentence.end(),
              lower(text, sentence.start(), sentence.end()),
              sentence.isProblem()));
    }
    return List.copyOf(statements);
  }

  private static String withoutItem(String line) {
    return line.replaceFirst("^\\s*(?:\\d{1,2}[.)]|[-•*–#])\\s*", "");
  }

  private static String lower(String text, int start, int end) {
    char[] lower = new char[end - start];
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      lower[i - start] = c < ' ' || c == '\u00A0' ? ' ' : Character.toLowerCase(c);
    }
    return new String(lower);
  }
}
