package org.cleanclaim.x12.tool;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cleanclaim.kernel.acknowledgment.ClaimAcknowledgment.Status;
import org.cleanclaim.x12.Check;
import org.cleanclaim.x12.Fault;
import org.jspecify.annotations.Nullable;

/// Says in the codes of a 277CA what is wrong with a claim. The table `claim-faults.txt` maps
/// places of the guide to code numbers.
final class ClaimFaultCodes {
  // Category: the data is missing, not valid, or does not fit other data; the file cannot be read.
  private static final String MISSING = "A6";
  private static final String INVALID = "A7";
  private static final String CONTRADICTORY = "A8";
  private static final String UNREADABLE = "A3";
  private static final String SYNTAX = "684";
  private static final String UNBALANCED = "400";

  private record Row(String status, String place, String loop) {
    boolean fits(Fault fault) {
      boolean isHere =
          place.equals("*")
              || place.equals(fault.segment())
              || fault.designator().equals(place)
              || fault.designator().startsWith(place + "-");
      return isHere && Objects.requireNonNullElse(fault.loop(), "").startsWith(loop);
    }
  }

  private final List<Row> rows = new ArrayList<>();
  private final Map<String, String> entities = new HashMap<>();

  ClaimFaultCodes() {
    try (var in =
            Objects.requireNonNull(
                ClaimFaultCodes.class.getResourceAsStream("claim-faults.txt"), "claim-faults.txt");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(this::row);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // part of the program
    }
  }

  private void row(String line) {
    String[] words = line.strip().split("\\s+", -1);
    if (words[0].equals("entity")) {
      entities.put(words[2], words[1]);
    } else {
      rows.add(new Row(words[0], words[1], words.length > 2 ? words[2] : ""));
    }
  }

  Status of(Fault fault) {
    return switch (fault.check().level()) {
      case INTERCHANGE, GROUP, TRANSACTION -> new Status(UNREADABLE, SYNTAX, null);
      case SEGMENT, ELEMENT -> new Status(category(fault.check()), status(fault), entity(fault));
    };
  }

  private static String category(Check check) {
    return switch (check) {
      case ELEMENT_MISSING, SEGMENT_MISSING, LOOP_MISSING, ELEMENT_CONDITION, CLAIM_SERVICE ->
          MISSING;
      case CLAIM_TOTAL, CLAIM_POINTER, CLAIM_DATES, COORDINATION_LINE, COORDINATION_CLAIM ->
          CONTRADICTORY;
      default -> INVALID;
    };
  }

  private String status(Fault fault) {
    if (fault.check() == Check.CLAIM_TOTAL) return UNBALANCED;
    for (Row row : rows) {
      if (row.fits(fault)) return row.status();
    }
    return "21";
  }

  private @Nullable String entity(Fault fault) {
    return fault.loop() == null ? null : entities.get(fault.loop());
  }
}
