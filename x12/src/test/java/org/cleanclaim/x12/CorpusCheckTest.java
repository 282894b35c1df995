package org.cleanclaim.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.cleanclaim.kernel.Severity;
import org.junit.jupiter.api.Test;

/// What the check says about every public sample, held against lists with a reason for each entry.
class CorpusCheckTest {

  /// Every error on a sample that nobody labels invalid is listed with its reason, and each that is
  /// listed is still found.
  @Test
  void eachAlarmOnASampleThatNobodyLabelsInvalidHasAReason() throws IOException {
    Set<String> invalid = new HashSet<>();
    for (String[] row : Samples.rows("defects.tsv")) invalid.add(row[0]);
    Set<String> listed = new TreeSet<>();
    for (String[] row : Samples.rows("alarms.tsv")) {
      assertThat(row[5]).as(String.join(" ", row)).isNotBlank();
      listed.add(String.join("\t", List.of(row).subList(0, 5)));
    }

    Set<String> found = new TreeSet<>();
    for (Path file : Samples.all()) {
      String name = Samples.folder().relativize(file).toString();
      if (invalid.contains(name)) continue;
      errors(file).forEach((place, times) -> found.add(name + "\t" + place + "\t" + times));
    }

    assertThat(found).isEqualTo(listed);
  }

  @Test
  void theDefectOfEachSampleThatWasMadeToFailIsFound() throws IOException {
    for (String[] row : Samples.rows("defects.tsv")) {
      var rules = new TreeSet<String>();
      boolean isWithoutGuide = row[1].equals("-");
      check(
          Samples.folder().resolve(row[0]),
          f -> {
            boolean counts = isWithoutGuide ? f.isError() : f.severity() != Severity.INFORMATION;
            if (counts) rules.add(f.check().id());
          });
      if (isWithoutGuide) {
        assertThat(rules).as(row[0] + ": " + row[2]).isEmpty();
      } else {
        assertThat(rules).as(row[0] + ": " + row[2]).contains(row[1]);
      }
    }
  }

  @Test
  void everySampleIsReadToItsEnd() throws IOException {
    int files = 0;
    for (Path file : Samples.all()) {
      var counted = new ArrayList<Integer>();
      try (InputStream in = Files.newInputStream(file)) {
        X12Reader.segments(in, s -> counted.add(s.number()));
      }
      CheckedFile checked = check(file, f -> {});
      assertThat(checked.bytes()).as(file.toString()).isEqualTo(Files.size(file));
      assertThat(checked.segments()).as(file.toString()).isLessThanOrEqualTo(counted.size());
      files++;
    }
    assertThat(files).isGreaterThan(300);
  }

  /// Where another project says what its acknowledgment is, ours says the same of the transaction
  /// sets, or the difference is listed with its reason.
  @Test
  void acknowledgmentsAgreeWithThoseOfAnotherProject() throws IOException {
    Map<String, String> listed = new LinkedHashMap<>();
    for (String[] row : Samples.rows("acknowledgments.tsv")) {
      assertThat(row[2]).as(row[0]).isNotBlank();
      listed.put(row[0], row[1]);
    }

    Map<String, String> found = new LinkedHashMap<>();
    for (Path file : Samples.all()) {
      Path expected =
          file.resolveSibling(file.getFileName().toString().replace(".edi", ".expected-ack.edi"));
      if (!Files.exists(expected)) continue;
      String theirs = answers(expected);
      String ours = ours(file);
      String name = Samples.folder().relativize(file).toString();
      if (!ours.equals(theirs)) found.put(name, theirs + " / " + ours);
    }

    assertThat(found).isEqualTo(listed);
  }

  // AK3/IK3 as segment, position and code, AK4/IK4 as element and code, AK5/IK5, AK9.
  private static String answers(Path acknowledgment) throws IOException {
    var words = new ArrayList<String>();
    try (InputStream in = Files.newInputStream(acknowledgment)) {
      X12Reader.segments(
          in,
          s -> {
            switch (s.id()) {
              case "AK3", "IK3" -> words.add(s.element(1) + s.element(2) + "-" + s.element(4));
              case "AK4", "IK4" ->
                  words.add(element(s.component(1, 1), s.component(1, 2), s.element(3)));
              case "AK5", "IK5", "AK9" -> words.add(s.element(1));
              default -> {}
            }
          });
    }
    return String.join(" ", words);
  }

  private static String element(String position, String component, String code) {
    return "." + position + (component.isEmpty() ? "" : ":" + component) + "-" + code;
  }

  private static String ours(Path file) throws IOException {
    var words = new ArrayList<String>();
    for (var answer : check(file, f -> {}).answers()) {
      for (var group : answer.groups()) {
        for (var transaction : group.transactions()) {
          for (var error : transaction.errors()) {
            words.add(error.segment() + error.position() + "-" + error.code());
            for (var element : error.elements()) {
              String component = element.component() == null ? "" : element.component() + "";
              words.add(element(element.position() + "", component, element.code()));
            }
          }
          words.add(transaction.code());
        }
        words.add(group.code());
      }
    }
    return String.join(" ", words);
  }

  private static Map<String, Integer> errors(Path file) throws IOException {
    var errors = new LinkedHashMap<String, Integer>();
    check(
        file,
        f -> {
          if (!f.isError()) return;
          String place = f.element() > 0 ? f.designator() : f.segment();
          String loop = f.loop() == null || f.loop().isEmpty() ? "-" : f.loop();
          String key = f.check().id() + "\t" + loop + "\t" + (place.isEmpty() ? "-" : place);
          errors.merge(key, 1, Integer::sum);
        });
    return errors;
  }

  private static CheckedFile check(Path file, Consumer<Fault> faults) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return X12Checker.check(in, "sample", CheckOptions.standard(), faults);
    }
  }
}
