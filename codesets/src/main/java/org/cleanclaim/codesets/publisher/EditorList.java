package org.cleanclaim.codesets.publisher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cleanclaim.codesets.publication.CodeClasses;
import org.cleanclaim.codesets.publication.PublicationKind;
import org.jspecify.annotations.Nullable;

/// The age and sex lists of the Medicare Code Editor as the risk adjustment software of CMS and HHS
/// carries them: code, tab, class with its meaning in words (`2 maternity (age 9 -64)`, `1 male`).
final class EditorList implements Layout {
  private static final Pattern LINE = Pattern.compile("([A-Z0-9]{3,7})\\s*\\t\\s*(\\d) (.+)");
  private static final Pattern AGES = Pattern.compile(".*\\(age (\\d+) ?(?:-(\\d+)|(\\+))?\\)");
  private static final int OLDEST = 124;

  @Override
  public boolean fits(Contents file) throws IOException {
    Matcher line = LINE.matcher(file.firstLine());
    return line.matches() && kind(line.group(3)) != null;
  }

  @Override
  public ReadResult read(Contents file, Dating dating) throws IOException {
    var rows = new ArrayList<CodeClasses.Row>();
    var codes = new HashSet<String>();
    boolean isAge = false;
    try (var lines = file.lines()) {
      for (String text = lines.next(); text != null; text = lines.next()) {
        if (text.isBlank()) continue;
        Matcher line = LINE.matcher(text);
        String kind = line.matches() ? kind(line.group(3)) : null;
        if (kind == null) throw lines.damage("The line has no code and class.");
        boolean isAgeRow = kind.indexOf('-') > 0;
        if (rows.isEmpty()) isAge = isAgeRow;
        if (isAge != isAgeRow) throw lines.damage("The line mixes ages and sexes.");
        String code = line.group(1);
        if (!Codes.isDiagnosis(code)) throw lines.damage(code + " is no ICD-10-CM code.");
        if (!codes.add(code)) throw lines.damage("The code " + code + " occurs a second time.");
        rows.add(new CodeClasses.Row(code, kind));
      }
    }
    return Layout.one(
        isAge ? PublicationKind.ICD10CM_AGE : PublicationKind.ICD10CM_SEX,
        dating.fiscal(),
        "Medicare Code Editor list " + file.name(),
        new CodeClasses(rows));
  }

  /// `F`, `M`, or the ages in years; null for other words.
  private static @Nullable String kind(String meaning) {
    String words = meaning.strip();
    if (words.equals("female")) return "F";
    if (words.equals("male")) return "M";
    Matcher ages = AGES.matcher(words);
    if (!ages.matches()) return null;
    String from = ages.group(1);
    String to = ages.group(2) != null ? ages.group(2) : from;
    return from + "-" + (ages.group(3) != null ? OLDEST : to);
  }
}
