package org.cleanclaim.x12.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cleanclaim.kernel.EffectivePeriod;
import org.cleanclaim.x12.guide.CodeLists;
import org.jspecify.annotations.Nullable;

/// The lists that come with the program: reason and remark codes and places of service with their
/// dates, states and countries. A code newer than the list is unknown here.
public final class PublishedCodes implements CodeLists {
  private static final List<String> DATED = List.of("carc", "rarc", "place-of-service");

  private final CodeLists geography = new GeographicCodes();
  private final Map<String, Map<String, EffectivePeriod>> lists = new HashMap<>();

  public PublishedCodes() {
    for (String list : DATED) lists.put(list, read(list + ".txt"));
  }

  @Override
  public Standing standing(String list, String code, LocalDate on) {
    Map<String, EffectivePeriod> dated = lists.get(list);
    if (dated == null) return geography.standing(list, code, on);
    EffectivePeriod period = dated.get(code);
    if (period == null) return Standing.UNKNOWN;
    return period.contains(on) ? Standing.IN_FORCE : Standing.NOT_IN_FORCE;
  }

  // Lines of code, first day and, for a code that was ended, the day it ended.
  private static Map<String, EffectivePeriod> read(String resource) {
    var codes = new HashMap<String, EffectivePeriod>();
    try (InputStream in = PublishedCodes.class.getResourceAsStream(resource)) {
      if (in == null) throw new IOException("resource " + resource + " is missing");
      var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
      lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .forEach(words -> codes.put(words[0], period(words)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return codes;
  }

  private static EffectivePeriod period(String[] words) {
    LocalDate from = LocalDate.parse(words[1]);
    @Nullable LocalDate until = words.length > 2 ? LocalDate.parse(words[2]) : null;
    return until == null || !until.isAfter(from)
        ? EffectivePeriod.from(from)
        : new EffectivePeriod(from, until);
  }
}
