package org.cleanclaim.codesets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.kernel.code.CodeSystem;
import org.cleanclaim.kernel.code.Icd10Cm;

/// The ICD-10-CM and ICD-10-PCS order files of CMS: fixed columns, 1-5 order number, 7-13 code, 15
/// flag (0 header, 1 valid for submission), 17-76 short title, 78 onward long title.
public final class OrderFileLoader implements CodeSetLoader {
  private static final int LONG_TITLE = 77;

  @Override
  public boolean recognizes(SourceFile file) throws IOException {
    try (var lines = reader(file)) {
      String first = lines.readLine();
      return first != null && fault(first, 1).isEmpty();
    }
  }

  @Override
  public LoadResult load(SourceFile file, EffectivePeriod period) throws IOException {
    Map<String, CodeEntry> codes = new LinkedHashMap<>();
    CodeSystem system = CodeSystem.ICD10CM;
    int number = 0;
    try (var lines = reader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        var fault = fault(line, number);
        if (fault.isPresent()) return refused(file, number, fault.get());
        String code = line.substring(6, 13).strip();
        boolean isBillable = line.charAt(14) == '1';
        if (number == 1 && Icd10Cm.parse(code).isEmpty()) system = CodeSystem.ICD10PCS;
        var entry =
            new CodeEntry(
                system,
                code,
                line.substring(LONG_TITLE).strip(),
                isBillable,
                parent(codes, code),
                List.of(),
                Map.of(),
                period);
        if (codes.put(code, entry) != null) {
          return refused(file, number, "Code " + code + " occurs a second time.");
        }
      }
    }
    if (number == 0) return refused(file, 0, "The file is empty.");
    return new LoadResult.Loaded(
        new CodeSystemVersion(
            system, file.name(), period, codes, List.of(), "CMS order file " + file.name(), false));
  }

  private static Optional<String> fault(String line, int number) {
    if (line.length() <= LONG_TITLE) return Optional.of("The line is shorter than 78 characters.");
    String order = line.substring(0, 5).strip();
    if (!order.matches("\\d+") || Integer.parseInt(order) != number) {
      return Optional.of(
          "The order number is not " + number + ", so lines are missing or damaged.");
    }
    if (!line.substring(6, 13).strip().matches("[0-9A-Z]{3,7}")) {
      return Optional.of("Columns 7 to 13 hold no code.");
    }
    char flag = line.charAt(14);
    return flag == '0' || flag == '1'
        ? Optional.empty()
        : Optional.of("Column 15 is neither 0 nor 1.");
  }

  private static LoadResult refused(SourceFile file, int line, String reason) {
    return new LoadResult.Refused(
        file.name(), line, reason, "Download the order file again from CMS and check its size.");
  }

  /// The longest header that the code begins with.
  private static @org.jspecify.annotations.Nullable String parent(
      Map<String, CodeEntry> codes, String code) {
    for (int length = code.length() - 1; length >= 3; length--) {
      var candidate = codes.get(code.substring(0, length));
      if (candidate != null && !candidate.billable()) return candidate.code();
    }
    return null;
  }

  private static BufferedReader reader(SourceFile file) throws IOException {
    return new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.ISO_8859_1));
  }
}
