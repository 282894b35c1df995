package org.cleanclaim.workforce.career;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cleanclaim.codesets.SourceFile;
import org.cleanclaim.codesets.publisher.Sheet;

/// How to get into coding and billing: credentials and how they are kept, classification systems by
/// setting, workplaces, and what a coder and a biller do in a day. The texts are ours; each row
/// names where its facts stand.
public record Career(
    List<Credential> credentials,
    List<Renewal> renewals,
    List<ClassificationSystem> systems,
    List<WorkSetting> settings,
    List<DayStep> days) {

  public Career {
    credentials = List.copyOf(credentials);
    renewals = List.copyOf(renewals);
    systems = List.copyOf(systems);
    settings = List.copyOf(settings);
    days = List.copyOf(days);
  }

  /// What comes with the program.
  public static Career builtIn() {
    return new Career(
        rows("credentials.tsv").stream()
            .map(r ->
                new Credential(
                    r.get(0),
                    r.get(1),
                    r.get(2),
                    role(r.get(3)),
                    r.get(4),
                    List.of(r.get(5).split(", ", -1)),
                    r.get(6),
                    r.get(7)))
            .toList(),
        rows("renewals.tsv").stream()
            .map(r -> new Renewal(r.get(0), r.get(1), number(r.get(2)), number(r.get(3)), r.get(4)))
            .toList(),
        rows("systems.tsv").stream()
            .map(r ->
                new ClassificationSystem(
                    r.get(0), r.get(1).equals("yes"), r.get(2).equals("yes"), r.get(3), r.get(4)))
            .toList(),
        rows("settings.tsv").stream()
            .map(r -> new WorkSetting(r.get(0), r.get(1), r.get(2), r.get(3), r.get(4)))
            .toList(),
        rows("days.tsv").stream()
            .map(r -> new DayStep(role(r.get(0)), number(r.get(1)), r.get(2), r.get(3)))
            .toList());
  }

  public Optional<Credential> credential(String code) {
    return credentials.stream().filter(c -> c.code().equalsIgnoreCase(code.strip())).findFirst();
  }

  /// The units that a holder of so many credentials of one grantor has to earn.
  public Optional<Renewal> renewal(String grantor, int held) {
    return renewals.stream().filter(r -> r.grantor().equals(grantor) && r.covers(held)).findFirst();
  }

  public List<DayStep> day(Role role) {
    return days.stream().filter(d -> d.role() == role).toList();
  }

  private static Role role(String text) {
    return Role.valueOf(text.toUpperCase(Locale.ROOT));
  }

  private static int number(String text) {
    return Integer.parseInt(text);
  }

  /// The rows below the heading.
  private static List<List<String>> rows(String name) {
    var rows = new ArrayList<List<String>>();
    try {
      var damage = Sheet.read(new Resource(name), (line, cells) -> rows.add(cells));
      damage.ifPresent(d -> {
        throw new IllegalStateException(d.message());
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows.subList(1, rows.size());
  }

  private record Resource(String name) implements SourceFile {
    @Override
    public InputStream open() throws IOException {
      InputStream stream = Career.class.getResourceAsStream(name);
      if (stream == null) throw new IOException(name + " is missing in the program");
      return stream;
    }
  }
}
